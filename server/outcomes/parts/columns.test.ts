import { expect, test } from 'vitest'
import { weightsOf } from './columns.ts'

const sum = (weights: number[]) => weights.reduce((total, weight) => total + weight, 0)

test('no column is narrower than its longest word, however long the texts beside it are', () => {
  const [code = 0, text = 0] = weightsOf([
    { title: 'Código de persona', texts: ['A1'] },
    { title: 'Cargo', texts: ['palabra '.repeat(60)] },
  ])
  const share = code / (code + text)
  // Of about ninety letters on a line.
  expect(share * 88).toBeGreaterThan('persona'.length * 1.25)
  expect(text).toBeGreaterThan(code)
})

test('columns with more to say are wider, equal ones are equal', () => {
  const [one = 0, other = 0, long = 0] = weightsOf([
    { title: 'a', texts: ['uno dos'] },
    { title: 'a', texts: ['uno dos'] },
    { title: 'a', texts: ['uno dos tres cuatro cinco'] },
  ])
  expect(one).toBe(other)
  expect(long).toBeGreaterThan(one)
  expect(sum([one, other, long])).toBeCloseTo(88)
})

test('one endless word leaves room for the others', () => {
  const [endless = 0, other = 0] = weightsOf([
    { title: 'a', texts: ['x'.repeat(500)] },
    { title: 'b', texts: ['y'] },
  ])
  expect(other / (endless + other)).toBeGreaterThan(0.04)
})
