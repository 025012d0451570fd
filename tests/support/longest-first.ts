import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Begins with these files, so that no worker is left alone with one at the end. Vitest knows how long files took the last
 * time, and in a fresh checkout only how large they are.
 */
export function longestFirst(names: readonly string[]): typeof BaseSequencer {
  const rank = ({ moduleId }: TestSpecification): number => {
    const found = names.findIndex((name) => moduleId.endsWith(`/${name}`))
    return found === -1 ? names.length : found
  }
  // A class because Vitest makes one of its own.
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files)
      return sorted.toSorted((a, b) => rank(a) - rank(b))
    }
  }
}
