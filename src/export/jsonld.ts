/**
 * Graph → JSON-LD: each statement is a resource with its parties; its evidence a Web Annotation with the quotation and
 * its place (https://www.w3.org/TR/annotation-model/); what made it, by PROV-O. What a text says of an entity ("title",
 * "country") is a property of it, and an annotation tells where.
 */
import { type Filler, fillersOf, type Role, type Statement } from '../model/index.ts'
import type { Exporter, ExportInput, Said } from './exporter.ts'
import { rows } from './json-rows.ts'
import { statementsOf } from './tables.ts'

const context = {
  '@vocab': 'urn:demarche:vocabulary#',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  alias: 'http://www.w3.org/2004/02/skos/core#altLabel',
  confidence: { '@type': 'xsd:double' },
}

const name = (id: string) => `urn:demarche:${encodeURIComponent(id)}`
const reference = (id: string) => ({ '@id': name(id) })

export const jsonld: Exporter = {
  name: 'jsonld',
  label: 'JSON-LD',
  reader: 'RDF stores; evidence as Web Annotations',
  extension: 'jsonld',
  mime: 'application/ld+json',
  *write(input) {
    const entities = input.graph.nodes.filter(({ attributes }) => attributes.kind === 'entity')
    yield `{"@context":${JSON.stringify(context)},"@graph":[`
    yield* rows(resources(entities, statementsOf(input), input.said))
    yield ']}\n'
  },
}

type Nodes = readonly {
  readonly key: string
  readonly attributes: { label: string; entityType: string; aliases: string[]; properties?: string[] }
}[]

function* resources(entities: Nodes, statements: readonly Statement[], said: ExportInput['said']): Iterable<object> {
  const known = new Set(entities.map(({ key }) => key))
  for (const { key, attributes } of entities) {
    const { label, entityType, aliases, properties = [] } = attributes
    const named = aliases.length > 0 && { alias: aliases }
    yield { ...reference(key), '@type': entityType, label, ...named, ...valuesOf(properties) }
    for (const property of said?.get(key) ?? []) if (property.document !== undefined) yield saying(key, property)
  }
  for (const statement of statements) {
    // names that no line of the graph touches
    for (const { entity } of fillersOf(statement)) {
      if (!entity || known.has(entity.id)) continue
      known.add(entity.id)
      yield { ...reference(entity.id), '@type': entity.type, label: entity.name }
    }
    yield resourceOf(statement)
    yield annotationOf(statement)
  }
}

/** "country: Kenya" of a graph's node → its values by name. */
function valuesOf(properties: readonly string[]): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const property of properties) {
    const [, name = '', value = ''] = /^(\w+): (.*)$/s.exec(property) ?? []
    ;(values[name] ??= []).push(value)
  }
  return values
}

function saying(key: string, { name, value, document, start, end }: Said): object {
  return {
    '@type': 'oa:Annotation',
    'oa:motivatedBy': { '@id': 'oa:describing' },
    'oa:hasBody': { ...reference(key), [name]: value },
    'oa:hasTarget': {
      'oa:hasSource': document,
      'oa:hasSelector': { '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end },
    },
  }
}

/** A party is its entity, or the words that stand for it. */
const party = ({ entity, text }: Filler) => (entity ? reference(entity.id) : text)

function resourceOf({ id, kind, relation, roles, source, links, time, ...rest }: Statement): object {
  const parties = Object.entries(roles).map(([role, fillers]) => [role as Role, fillers.map(party)])
  const { force, answer, polarity, factuality, confidence, foundBy } = rest
  const tied = Object.fromEntries(
    links.map(({ type }) => [
      type.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
      links.filter((link) => link.type === type).map((link) => reference(link.statement)),
    ]),
  )
  return {
    ...reference(id),
    '@type': kind.charAt(0).toUpperCase() + kind.slice(1),
    relation,
    ...Object.fromEntries(parties),
    ...(source.length > 0 && { 'prov:wasAttributedTo': source.map(party) }),
    ...(force && { force }),
    ...(answer && { answer }),
    polarity,
    factuality,
    ...(time && { time: time.value ?? time.text }),
    ...tied,
    confidence,
    'prov:wasGeneratedBy': { '@type': 'prov:Activity', label: foundBy },
  }
}

function annotationOf({ id, evidence: { document, sentence } }: Statement): object {
  return {
    '@type': 'oa:Annotation',
    'oa:motivatedBy': { '@id': 'oa:describing' },
    'oa:hasBody': reference(id),
    'oa:hasTarget': {
      'oa:hasSource': document,
      'oa:hasSelector': [
        { '@type': 'oa:TextQuoteSelector', 'oa:exact': sentence.text },
        { '@type': 'oa:TextPositionSelector', 'oa:start': sentence.start, 'oa:end': sentence.end },
      ],
    },
  }
}
