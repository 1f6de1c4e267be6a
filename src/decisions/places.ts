/**
 * Documents → who is mentioned where, while decisions move mentions about. An atom is what moves as a whole: an entity
 * of one document, a piece that was split off one, or words that somebody marked.
 */
import {
  type Anchor,
  contains,
  countLeading,
  type Entity,
  type MentionRef,
  mostAliases,
  overlaps,
  type Span,
  type Statement,
  stableId,
} from '../model/index.ts'
import { findAnchor } from './anchor.ts'
import type { Ground, GroundDocument } from './ground.ts'

/** A piece of an entity of one document, or (`of` undefined) what some marked words stand for. */
export interface Piece extends Entity {
  readonly of: string | undefined
}

export interface Place {
  readonly mention: MentionRef
  /** Id of the entity of one document, or of the piece, that it belongs to. */
  readonly atom: string
}

/** A document with the mentions and statements as decisions have left them so far. */
export class OpenDocument {
  private readonly atoms = new Map<string, MentionRef[]>()
  private readonly atomOf = new Map<MentionRef, string>()
  private readonly locals: ReadonlyMap<string, Entity>
  private readonly extracted: ReadonlySet<string>
  private mentions: MentionRef[] = []
  /** Pieces by their ids. */
  readonly pieces = new Map<string, Omit<Piece, 'mentions'>>()
  /** Changed and new statements by their ids. */
  readonly changed = new Map<string, Statement>()
  /** Ids of statements that do not hold. */
  readonly rejected = new Set<string>()

  constructor(readonly ground: GroundDocument) {
    this.locals = new Map(ground.entities.map((entity) => [entity.id, entity]))
    this.extracted = new Set(ground.statements.map(({ id }) => id))
    for (const { id, mentions } of ground.entities) {
      this.atoms.set(id, [...mentions])
      for (const mention of mentions) this.atomOf.set(mention, id)
    }
    this.mentions = [...this.atomOf.keys()].sort((a, b) => a.start - b.start || a.end - b.end)
  }

  /** The mention that stands at a place: just there, else the one that shares most of it. */
  mentionAt(span: Span): Place | undefined {
    let best: MentionRef | undefined
    let share = 0.3
    for (const mention of this.mentions) {
      if (mention.start >= span.end) break
      if (!overlaps(mention, span)) continue
      const common = Math.min(mention.end, span.end) - Math.max(mention.start, span.start)
      const all = Math.max(mention.end, span.end) - Math.min(mention.start, span.start)
      if (common / all > share) {
        best = mention
        share = common / all
      }
    }
    return best && { mention: best, atom: this.atomOf.get(best)! }
  }

  /** The mention that a filler's words stand for: of its atom, the longest inside them, of equals the last. */
  mentionOf(atom: string, span: Span): MentionRef | undefined {
    let best: MentionRef | undefined
    for (const mention of this.mentionsOf(atom)) {
      if (!overlaps(mention, span)) continue
      if (!best || mention.end - mention.start >= best.end - best.start) best = mention
    }
    return best
  }

  mentionsOf(atom: string): readonly MentionRef[] {
    return this.atoms.get(atom) ?? []
  }

  atomIds(): Iterable<string> {
    return this.atoms.keys()
  }

  /** Takes some mentions off an atom: they are a piece of their own from now on. Gives its id. */
  cut(atom: string, taken: ReadonlySet<MentionRef>, by: string): string {
    const origin = this.pieces.get(atom)?.of ?? (this.pieces.has(atom) ? undefined : atom)
    const id = stableId('e', atom, by)
    const all = this.mentionsOf(atom)
    const mentions = all.filter((mention) => taken.has(mention))
    this.atoms.set(
      atom,
      all.filter((mention) => !taken.has(mention)),
    )
    this.addPiece({ ...this.named(atom, mentions), id, of: origin, mentions })
    return id
  }

  /** Words that nobody had taken for a mention are one. Gives the id of what they stand for. */
  mark(span: Span, by: string, type: Entity['type']): string {
    const { document } = this.ground
    const text = document.text.slice(span.start, span.end)
    const id = stableId('e', document.id, span.start, span.end, by)
    const sentence = this.sentenceAt(span.start)
    const mention: MentionRef = { document: document.id, sentence, ...span, text, kind: 'NAM' }
    this.addPiece({ id, of: undefined, name: text, type, aliases: [text], mentions: [mention] })
    return id
  }

  /** Index of the sentence that a place is in; of the one before where it stands between two. */
  sentenceAt(at: number): number {
    return Math.max(0, countLeading(this.ground.sentences, ({ start }) => start <= at) - 1)
  }

  /** An entity of this document or a piece as it now is. */
  entity(atom: string): Entity | undefined {
    const piece = this.pieces.get(atom)
    if (piece) return { ...piece, mentions: this.mentionsOf(atom) }
    const local = this.locals.get(atom)
    if (!local) return undefined
    const mentions = this.mentionsOf(atom)
    return mentions.length === local.mentions.length ? local : this.named(atom, mentions)
  }

  /** Every statement that was extracted, as it was, and every one that was added. */
  *everyStatement(): Generator<Statement> {
    yield* this.ground.statements
    for (const [id, statement] of this.changed) if (!this.extracted.has(id)) yield statement
  }

  /** The statements that were added and hold. */
  *added(): Generator<Statement> {
    for (const [id, statement] of this.changed) if (!this.extracted.has(id) && !this.rejected.has(id)) yield statement
  }

  /** What decisions have made of the extracted statements; `undefined`: rejected. */
  *differing(): Generator<[string, Statement | undefined]> {
    for (const [id, statement] of this.changed) if (this.extracted.has(id)) yield [id, statement]
    for (const id of this.rejected) if (this.extracted.has(id)) yield [id, undefined]
  }

  private addPiece({ mentions, ...piece }: Piece): void {
    this.pieces.set(piece.id, piece)
    this.atoms.set(piece.id, [...mentions])
    for (const mention of mentions) this.atomOf.set(mention, piece.id)
    const known = new Set(this.mentions)
    if (mentions.every((mention) => known.has(mention))) return
    this.mentions = [...known, ...mentions].sort((a, b) => a.start - b.start || a.end - b.end)
  }

  /** What some mentions of an atom are called: by their names, else by their descriptions, else as the whole. */
  private named(atom: string, mentions: readonly MentionRef[]): Entity {
    const whole = this.pieces.get(atom) ?? this.locals.get(atom)!
    const texts = new Set(mentions.map(({ text }) => text))
    const names = whole.aliases.filter((alias) => texts.has(alias) || [...texts].some((text) => text.includes(alias)))
    const told = (kind: MentionRef['kind']) => mentions.filter((one) => one.kind === kind).map(({ text }) => text)
    const aliases = [...new Set(names.length ? names : told('NAM').length ? told('NAM') : told('NOM'))].slice(
      0,
      mostAliases,
    )
    const name = aliases.includes(whole.name) ? whole.name : (aliases[0] ?? whole.name)
    // what is said of it in these very places
    const properties = (whole.properties ?? []).filter((one) => mentions.some((mention) => contains(mention, one)))
    return {
      id: atom,
      name,
      type: whole.type,
      aliases: [name, ...aliases.filter((one) => one !== name)],
      mentions,
      ...(properties.length > 0 && { properties }),
    }
  }
}

/** The documents that decisions speak of, opened once each. */
export class Documents {
  private readonly open = new Map<string, OpenDocument | undefined>()
  private readonly found = new WeakMap<Anchor, ReturnType<Documents['find']>>()
  private byFileName: Map<string, string[]> | undefined

  constructor(private readonly ground: Ground) {}

  /** By its URI; else the only document whose URI ends in the same name, for one that was moved. */
  document(uri: string): OpenDocument | undefined {
    if (this.open.has(uri)) return this.open.get(uri)
    const found = this.ground.document(uri)
    if (!found) {
      this.byFileName ??= this.namesOf()
      const [other, second] = this.byFileName.get(fileName(uri)) ?? []
      if (other !== undefined && second === undefined) {
        const moved = this.document(other)
        this.open.set(uri, moved)
        return moved
      }
    }
    const opened = found && new OpenDocument(found)
    this.open.set(uri, opened)
    return opened
  }

  /** Where an anchor's words stand now; a string says why they do not. */
  find(anchor: Anchor): { readonly document: OpenDocument; readonly span: Span } | string {
    let found = this.found.get(anchor)
    if (found === undefined) this.found.set(anchor, (found = this.search(anchor)))
    return found
  }

  /** Every document that was opened. */
  all(): Set<OpenDocument> {
    return new Set([...this.open.values()].filter((document) => document !== undefined))
  }

  private search(anchor: Anchor): ReturnType<Documents['find']> {
    const document = this.document(anchor.document)
    if (!document) return `the document ${anchor.document} is not in the project`
    const span = findAnchor(document.ground.document.text, anchor)
    return typeof span === 'string' ? `${anchor.document}: ${span}` : { document, span }
  }

  private namesOf(): Map<string, string[]> {
    const names = new Map<string, string[]>()
    for (const uri of this.ground.uris()) {
      const name = fileName(uri)
      const list = names.get(name)
      if (list) list.push(uri)
      else names.set(name, [uri])
    }
    return names
  }
}

const fileName = (uri: string): string => uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\')) + 1)
