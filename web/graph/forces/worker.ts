/** A worker: names and lines in, ever new places out. */
import { answerCalls } from '../../calls.ts'
import { pulling } from './pulling.ts'

answerCalls(self, pulling())
