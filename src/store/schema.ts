/** A file → a project file of the version that we write, or the reason why it is none. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { StoreError } from '../errors.ts'
import { type Database, guard, openDatabase, transaction } from './sqlite.ts'

/** "Dmch": tells our files from other SQLite databases. */
const applicationId = 0x446d6368
/** Raised whenever the tables change. */
const version = 5

/**
 * Texts and JSON that may hold NUL are stored so that SQLite's C strings do not cut them: text as UTF-8 in a BLOB, the
 * rest as JSON, which escapes it. `live` is 0 for documents of a build that has not finished: nobody sees them.
 * Statements keep the entity ids of their own document (`locals.id`); `locals.entity` is what each is over all documents.
 * Mentions and sentences are quoted from the document's text.
 *
 * What is made of all of it lies in rows, so that a decision changes only those that it is about: the nodes (`dots`) and
 * edges (`lines`) of both graphs, in which statement each stands (`drawn`; a statement's own node has no line), where the
 * nodes of the last build were laid out (`places`), and what filters want to know of a statement (`told`).
 *
 * What people decided lies in the same tables, so that every reader sees it, and can be taken out again to the letter:
 * `locals.resolved` is what a local entity was resolved to; the tables `undecided_…` hold the rows as they were before
 * decisions changed them or took them away, `decided` names the rows that decisions made.
 */
const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,
  live INTEGER NOT NULL,
  head TEXT NOT NULL,
  text BLOB NOT NULL,
  sentences INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  UNIQUE (id, hash)
);
CREATE TABLE sentences (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
);
CREATE INDEX sentences_document ON sentences (document);
CREATE TABLE statements (
  -- never given twice: a decision may have taken away the last one, whose row is kept to be put back
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  outcome TEXT
);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_id ON statements (id);
CREATE TABLE locals (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  entity INTEGER,
  resolved INTEGER
);
CREATE INDEX locals_document ON locals (document);
CREATE INDEX locals_id ON locals (id);
CREATE INDEX locals_entity ON locals (entity);
CREATE INDEX locals_resolved ON locals (resolved);
CREATE TABLE mentions (
  local INTEGER NOT NULL REFERENCES locals ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (local, start, "end")
) WITHOUT ROWID;
CREATE TABLE entities (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, mentions INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE named (entity INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (entity, statement)) WITHOUT ROWID;
CREATE TABLE gone (id TEXT PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE decided (what TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (what, key)) WITHOUT ROWID;
CREATE TABLE undecided_entities (key INTEGER PRIMARY KEY, id TEXT NOT NULL, mentions INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE undecided_statements (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL,
  json TEXT NOT NULL
);
CREATE TABLE undecided_mentions (
  piece INTEGER NOT NULL,
  local INTEGER NOT NULL REFERENCES locals ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (piece, start, "end")
) WITHOUT ROWID;
CREATE INDEX named_statement ON named (statement);
CREATE INDEX locals_moved ON locals (document) WHERE entity IS NOT resolved;
CREATE TABLE dots (view TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (view, key)) WITHOUT ROWID;
CREATE TABLE lines (
  view TEXT NOT NULL,
  key TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (view, key)
) WITHOUT ROWID;
CREATE TABLE drawn (
  document INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  view TEXT NOT NULL,
  line TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL
);
CREATE INDEX drawn_document ON drawn (document);
CREATE INDEX drawn_line ON drawn (line, view);
CREATE INDEX drawn_source ON drawn (source, view);
CREATE INDEX drawn_target ON drawn (target, view);
CREATE TABLE places (
  view TEXT NOT NULL,
  key TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  community INTEGER NOT NULL,
  PRIMARY KEY (view, key)
) WITHOUT ROWID;
CREATE TABLE told (statement INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE VIRTUAL TABLE sentence_words USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE entity_words USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE sentence_vocabulary USING fts5vocab(sentence_words, row);
CREATE TRIGGER sentences_deleted AFTER DELETE ON sentences BEGIN
  DELETE FROM sentence_words WHERE rowid = old.key;
END;
CREATE TRIGGER entities_deleted AFTER DELETE ON entities BEGIN
  DELETE FROM entity_words WHERE rowid = old.key;
END;
CREATE TRIGGER statements_deleted AFTER DELETE ON statements BEGIN
  DELETE FROM statement_words WHERE rowid = old.key;
END;
`

/** Opens a project file to write; makes it where there is none. Throws `StoreError` for any other file. */
export async function openToWrite(path: string): Promise<Database> {
  if (existsSync(path) && statSync(path).size > 0) checkHeader(path)
  const database = await openDatabase(path)
  try {
    guard(path, () => {
      database.exec('PRAGMA busy_timeout = 10000')
      if (!isEmpty(database)) checkVersion(path, database)
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
      transaction(database, () => {
        if (isEmpty(database))
          database.exec(`${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version}`)
      })
    })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens a project file that exists, to read. Throws `StoreError`. */
export async function openToRead(path: string): Promise<Database> {
  if (!existsSync(path)) throw new StoreError(`${path}: does not exist`, `Build it: demarche build SOURCE -o ${path}`)
  checkHeader(path)
  const database = await openDatabase(path)
  try {
    guard(path, () => {
      database.exec('PRAGMA busy_timeout = 10000; PRAGMA query_only = 1')
      checkVersion(path, database)
    })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** As a build that was killed at its very beginning leaves it. */
const isEmpty = (database: Database): boolean => database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined

const notOurs = (path: string) =>
  new StoreError(`${path}: no project file of Demarche, or damaged`, 'Name another file.')

function checkHeader(path: string): void {
  const head = Buffer.alloc(16)
  if (!statSync(path).isFile()) throw notOurs(path)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  if (head.toString('latin1') !== 'SQLite format 3\0') throw notOurs(path)
}

function checkVersion(path: string, database: Database): void {
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0] as number
  if (pragma('application_id') !== applicationId) throw notOurs(path)
  const found = pragma('user_version')
  if (found === version) return
  throw new StoreError(
    `${path}: written by a ${found > version ? 'newer' : 'older'} version of Demarche`,
    found > version ? 'Update Demarche, or build the project again.' : 'Delete it and build it again.',
  )
}
