/**
 * The fixed words of a report in its four languages: column heads, sentences with counts, the foot of the page.
 * Headings and terms come from the vocabulary, the rest from what people wrote. Values are filled in at `{name}`.
 */
import type { CardKind, Language } from '../../shared/contracts/terms.ts'
import type { Attribution } from './reportTree.ts'

/** One form per plural category of the language; `other` serves those that it does not name. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export interface Words {
  documentKind: string
  contents: string
  /** On the cover while the meeting is not closed. */
  provisional: string
  /** `{moment}` with date and time of the meeting's zone. */
  generated: string
  /** What the report says of who said what. */
  attribution: Record<Attribution, string>
  dates: string
  place: string
  timezone: string
  languages: string
  attendance: Plural
  /** Goes on after `attendance`. */
  countries: Plural
  time: string
  topic: string
  /** Stands for the title of an agenda item that may name a case which the report leaves out. */
  withheldTitle: string
  casesIncluded: Plural
  casesWithheld: Plural
  /** Its title follows after `colon`. */
  caseNumber: string
  /** Between a label and what it labels, and between terms. */
  colon: string
  semicolon: string
  marking: string
  cards: Record<CardKind, Plural>
  /** Goes on after `cards`. */
  categories: Plural
  /** Captions; `{cards}` is the plural that the vocabulary gives a kind of card. */
  inBoardOrder: string
  byCategory: string
  number: string
  category: string
  count: string
  uncategorized: string
  /** `{page}` and `{pages}` are fields that Word fills. */
  page: string
}

const es: Words = {
  documentKind: 'Informe de la reunión',
  contents: 'Contenido',
  provisional: 'Versión provisional: la reunión sigue abierta y su contenido puede cambiar.',
  generated: 'Generado el {moment}.',
  attribution: { none: 'Este informe no indica quién presentó cada caso ni quién escribió cada aporte.' },
  dates: 'Fechas',
  place: 'Lugar',
  timezone: 'Zona horaria',
  languages: 'Idiomas de trabajo',
  attendance: { one: 'Participó {count} persona', other: 'Participaron {count} personas' },
  countries: { one: 'de {count} país', other: 'de {count} países' },
  time: 'Hora',
  topic: 'Tema',
  withheldTitle: 'Caso (título reservado)',
  casesIncluded: { one: 'Este informe incluye {count} caso.', other: 'Este informe incluye {count} casos.' },
  casesWithheld: {
    one: 'No se incluye {count} caso, porque su uso no está autorizado o su marca no lo permite.',
    other: 'No se incluyen {count} casos, porque su uso no está autorizado o su marca no lo permite.',
  },
  caseNumber: 'Caso {number}',
  colon: ': ',
  semicolon: '; ',
  marking: 'Marca',
  cards: {
    goodPractice: { one: '{count} buena práctica', other: '{count} buenas prácticas' },
    obstacle: { one: '{count} obstáculo', other: '{count} obstáculos' },
    recommendation: { one: '{count} recomendación', other: '{count} recomendaciones' },
  },
  categories: { one: 'en {count} categoría', other: 'en {count} categorías' },
  inBoardOrder: '{cards}, en el orden del tablero',
  byCategory: '{cards} por categoría',
  number: 'N.º',
  category: 'Categoría',
  count: 'Cantidad',
  uncategorized: 'Sin categoría',
  page: 'Página {page} de {pages}',
}

const en: Words = {
  documentKind: 'Report of the meeting',
  contents: 'Contents',
  provisional: 'Provisional version: the meeting is still open and its content may change.',
  generated: 'Generated on {moment}.',
  attribution: { none: 'This report does not say who presented a case or who wrote a contribution.' },
  dates: 'Dates',
  place: 'Place',
  timezone: 'Time zone',
  languages: 'Working languages',
  attendance: { one: '{count} person took part', other: '{count} people took part' },
  countries: { one: 'from {count} country', other: 'from {count} countries' },
  time: 'Time',
  topic: 'Topic',
  withheldTitle: 'Case (title withheld)',
  casesIncluded: { one: 'This report includes {count} case.', other: 'This report includes {count} cases.' },
  casesWithheld: {
    one: '{count} case is not included, because its use is not authorized or its marking does not allow it.',
    other: '{count} cases are not included, because their use is not authorized or their marking does not allow it.',
  },
  caseNumber: 'Case {number}',
  colon: ': ',
  semicolon: '; ',
  marking: 'Marking',
  cards: {
    goodPractice: { one: '{count} good practice', other: '{count} good practices' },
    obstacle: { one: '{count} obstacle', other: '{count} obstacles' },
    recommendation: { one: '{count} recommendation', other: '{count} recommendations' },
  },
  categories: { one: 'in {count} category', other: 'in {count} categories' },
  inBoardOrder: '{cards}, in the order of the board',
  byCategory: '{cards} by category',
  number: 'No.',
  category: 'Category',
  count: 'Count',
  uncategorized: 'No category',
  page: 'Page {page} of {pages}',
}

const pt: Words = {
  documentKind: 'Relatório da reunião',
  contents: 'Sumário',
  provisional: 'Versão provisória: a reunião continua aberta e o conteúdo pode mudar.',
  generated: 'Gerado em {moment}.',
  attribution: { none: 'Este relatório não indica quem apresentou cada caso nem quem escreveu cada contribuição.' },
  dates: 'Datas',
  place: 'Local',
  timezone: 'Fuso horário',
  languages: 'Idiomas de trabalho',
  attendance: { one: 'Participou {count} pessoa', other: 'Participaram {count} pessoas' },
  countries: { one: 'de {count} país', other: 'de {count} países' },
  time: 'Horário',
  topic: 'Tema',
  withheldTitle: 'Caso (título reservado)',
  casesIncluded: { one: 'Este relatório inclui {count} caso.', other: 'Este relatório inclui {count} casos.' },
  casesWithheld: {
    one: 'Não se inclui {count} caso, porque seu uso não está autorizado ou sua marcação não o permite.',
    other: 'Não se incluem {count} casos, porque seu uso não está autorizado ou sua marcação não o permite.',
  },
  caseNumber: 'Caso {number}',
  colon: ': ',
  semicolon: '; ',
  marking: 'Marcação',
  cards: {
    goodPractice: { one: '{count} boa prática', other: '{count} boas práticas' },
    obstacle: { one: '{count} obstáculo', other: '{count} obstáculos' },
    recommendation: { one: '{count} recomendação', other: '{count} recomendações' },
  },
  categories: { one: 'em {count} categoria', other: 'em {count} categorias' },
  inBoardOrder: '{cards}, na ordem do quadro',
  byCategory: '{cards} por categoria',
  number: 'N.º',
  category: 'Categoria',
  count: 'Quantidade',
  uncategorized: 'Sem categoria',
  page: 'Página {page} de {pages}',
}

const fr: Words = {
  documentKind: 'Rapport de la réunion',
  contents: 'Sommaire',
  provisional: 'Version provisoire\u00a0: la réunion est encore ouverte et son contenu peut changer.',
  generated: 'Généré le {moment}.',
  attribution: { none: "Ce rapport n'indique ni qui a présenté une affaire, ni qui a écrit une contribution." },
  dates: 'Dates',
  place: 'Lieu',
  timezone: 'Fuseau horaire',
  languages: 'Langues de travail',
  attendance: { one: 'La réunion a réuni {count} personne', other: 'La réunion a réuni {count} personnes' },
  countries: { one: 'de {count} pays', other: 'de {count} pays' },
  time: 'Heure',
  topic: 'Point',
  withheldTitle: 'Affaire (titre réservé)',
  casesIncluded: { one: 'Ce rapport comprend {count} affaire.', other: 'Ce rapport comprend {count} affaires.' },
  casesWithheld: {
    one: "{count} affaire n'y figure pas\u00a0: son utilisation n'est pas autorisée ou son marquage ne le permet pas.",
    other:
      "{count} affaires n'y figurent pas\u00a0: leur utilisation n'est pas autorisée ou leur marquage ne le permet pas.",
  },
  caseNumber: 'Affaire {number}',
  colon: '\u00a0: ',
  semicolon: '\u00a0; ',
  marking: 'Marquage',
  cards: {
    goodPractice: { one: '{count} bonne pratique', other: '{count} bonnes pratiques' },
    obstacle: { one: '{count} obstacle', other: '{count} obstacles' },
    recommendation: { one: '{count} recommandation', other: '{count} recommandations' },
  },
  categories: { one: 'dans {count} catégorie', other: 'dans {count} catégories' },
  inBoardOrder: "{cards}, dans l'ordre du tableau",
  byCategory: '{cards} par catégorie',
  number: 'N°',
  category: 'Catégorie',
  count: 'Nombre',
  uncategorized: 'Sans catégorie',
  page: 'Page {page} sur {pages}',
}

const catalogue: Record<Language, Words> = { es, en, pt, fr }

export function wordsOf(language: Language): Words {
  return catalogue[language]
}
