import { expect, test } from 'vitest'
import { renderMarkdown } from '../../server/outcomes/markdown.ts'
import { buildReport } from '../../server/outcomes/report.ts'
import { languages } from '../../shared/contracts/terms.ts'
import { meetingInput } from './meetingInput.ts'
import { caseSketches, names, withheldWords } from './sketches.ts'

const fileOf = (...input: Parameters<typeof meetingInput>) => renderMarkdown(buildReport(meetingInput(...input)))

test('a report reads as a whole', () => {
  const cases = caseSketches.filter(({ id }) => id === 'clear' || id === 'red')
  // Versions of ICU differ in the space around the dash of a range.
  const file = fileOf({ cases }, { language: 'en' }).replaceAll('\u2009', ' ')
  expect(file).toBe(`**TLP:GREEN**

# Reunión regional contra el tráfico de armas

Report of the meeting

13 – 14 December 2021\\
Ciudad de Panamá

- **TLP:GREEN:** Limited disclosure: may be shared within the community, not through public channels.
- **United Nations classification:** Unclassified

This report does not say who presented a case or who wrote a contribution.

Generated on 14 December 2021 at 17:40.

## Organization of the meeting

- **Dates:** 13 – 14 December 2021
- **Place:** Ciudad de Panamá
- **Time zone:** America/Panama (GMT-5)
- **Working languages:** Spanish and French

### Attendance

3 people took part from 2 countries.

### Agenda and methodology

The agenda had 3 items on 2 days. It is in the annex.

## Cases analysed

This report includes 1 case. 1 case is not included, because its use is not authorized or its marking does not allow it.

### Case 1: Opération Héron

- **Marking:** TLP:CLEAR

#### Identification

- **Case code name:** Opération Héron
- **States involved (origin, transit, destination):** State A (anonymized)

#### Keywords and classification

- **Modus operandi:** Diversion from State stockpiles (police, military)

#### Fact summary

Une arme a été retrouvée.

#### Lessons learned — what we would do differently

Lección de Opération Héron.

#### Authorization for publication

- **Anonymization checked:** No
- **Use in meeting report:** Yes, with attribution
- **Use in the Digest:** No
- **Date:** 10 December 2021

## Good practices

4 good practices in 2 categories.

_Good practices by category_

| Category | Count |
| - | -: |
| Systematic tracing | 2 |
| Stockpile, marking and record-keeping | 1 |
| No category | 1 |

_Good practices, in the order of the board_

| No. | Good practice | Category | Marking |
| -: | - | - | - |
| 1 | Rastrear toda arma recuperada | Systematic tracing | TLP:GREEN |
| 2 | Auditar con un equipo ajeno | Stockpile, marking and record-keeping | TLP:GREEN |
| 3 | Restaurar números antes de disparar | Systematic tracing | TLP:GREEN |
| 4 | Pesar lo que se destruye | No category | TLP:GREEN |

## Common obstacles and challenges

1 obstacle in 1 category.

_Obstacles by category_

| Category | Count |
| - | -: |
| International cooperation and mutual legal assistance | 1 |

_Obstacles, in the order of the board_

| No. | Obstacle | Category | Marking |
| -: | - | - | - |
| 1 | Pericias sin traducir | International cooperation and mutual legal assistance | TLP:GREEN |

## Lessons learned

### Case 1: Opération Héron

Lección de Opération Héron.

## Recommendations

1 recommendation.

_Recommendations, in the order of the board_

| No. | Recommendation | Marking |
| -: | - | - |
| 1 | Adoptar un protocolo regional | TLP:GREEN |

## Annex I. Agenda

_Monday, 13 December 2021_

| Time | Topic |
| - | - |
| 08:30–09:00 | Apertura |

_Tuesday, 14 December 2021_

| Time | Topic |
| - | - |
| 09:00–09:45 | Presentación: Opération Héron |
| 09:00–09:45 | _Case (title withheld)_ |

## Annex II. List of participants

The list is not included: this report does not say who took part.

**TLP:GREEN**
`)
})

test('nobody is named and no word of a withheld case is in the file, in any language', () => {
  for (const language of languages) {
    const file = fileOf({}, { language })
    for (const word of [...names, ...withheldWords]) expect(file).not.toContain(word)
  }
})
