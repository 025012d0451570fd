import { describe, expect, it } from 'vitest'
import { inGroups } from './group.ts'

interface Asked {
  readonly lane: string
  readonly name: string
}

const GROUPING = {
  laneOf: ({ lane }: Asked) => lane,
  nameOf: ({ name }: Asked) => name,
}

/** Groups as they were run; each is answered when `go` is called, its first asked first. */
function stage() {
  const groups: (readonly Asked[])[] = []
  const waiting: (() => void)[] = []
  const ask = inGroups<Asked, string>(GROUPING, async (group) => {
    groups.push(group)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return group.map(({ name }) => `answer to ${name}`)
  })
  const go = async (): Promise<void> => {
    while (waiting.length > 0) {
      waiting.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { groups, ask, go }
}

const namesOf = (groups: readonly (readonly Asked[])[]) =>
  groups.map((group) => group.map(({ name }) => name).join(' '))

describe('what comes at one time', () => {
  it('goes at once while there is room, and together when there is none', async () => {
    const { groups, ask, go } = stage()
    const asked = ['a', 'b', 'c', 'd'].map((name) => ask({ lane: 'x', name }))
    await go()
    expect(await Promise.all(asked)).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `answer to ${name}`),
    )
    expect(namesOf(groups)).toEqual(['a', 'b', 'c d'])
  })

  it('never goes with another of its name, nor with another lane', async () => {
    const { groups, ask, go } = stage()
    const asked = ['a', 'b', 'c', 'c', 'd'].map((name) => ask({ lane: 'x', name }))
    asked.push(ask({ lane: 'y', name: 'c' }))
    await go()
    await Promise.all(asked)
    expect(namesOf(groups).toSorted()).toEqual(['a', 'b', 'c', 'c', 'c d'])
  })

  it('goes sixty-four at most at a time, in the order in which it came', async () => {
    const { groups, ask, go } = stage()
    const names = Array.from({ length: 100 }, (_, k) => `n${k}`)
    const asked = names.map((name) => ask({ lane: 'x', name }))
    await go()
    await Promise.all(asked)
    expect(groups.map(({ length }) => length)).toEqual([1, 1, 64, 34])
    expect(groups.flat().map(({ name }) => name)).toEqual(names)
  })

  it('fails where its group fails or is not answered, and what comes later does not', async () => {
    let k = 0
    const ask = inGroups<Asked, string>(GROUPING, async (group) => {
      k += 1
      if (k === 1) throw new Error('no database')
      return k === 2 ? [] : group.map(({ name }) => name)
    })
    await expect(ask({ lane: 'x', name: 'a' })).rejects.toThrow('no database')
    await expect(ask({ lane: 'x', name: 'b' })).rejects.toThrow('not all were answered')
    expect(await ask({ lane: 'x', name: 'c' })).toBe('c')
  })

  it('has each its own failure where the group was done one by one', async () => {
    const ask = inGroups<Asked, string>(GROUPING, async (group) =>
      group.map(({ name }) =>
        name === 'bad' ? Promise.reject(new Error('that one')) : Promise.resolve(name),
      ),
    )
    const asked = ['a', 'b', 'bad', 'c'].map((name) => ask({ lane: 'x', name }))
    const settled = await Promise.allSettled(asked)
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })
})
