import { createPlanner, type Planner, type Protocol } from '@afterglow/engine'
import { readAdoptionNow } from '../api/adoptions.ts'
import type { ProtocolPin } from '../api/protocols.ts'
import { readProtocol } from '../api/protocols.ts'
import { type Loaded, queries, useQuery } from './query.ts'

/** Protocols, and the planner that they make. */
export interface Library {
  readonly pins: readonly ProtocolPin[]
  readonly protocols: readonly Protocol[]
  readonly planner: Planner
}

/** What new plans of this clinic are made with. */
export function useClinicLibrary(): Loaded<Library> {
  return useQuery(['adoptions', 'library'], async () => {
    const { protocols } = await readAdoptionNow()
    return libraryOf(protocols)
  })
}

/** What the plans pinned to these versions are made with. */
export function useLibrary(pins: readonly ProtocolPin[]): Loaded<Library> {
  return useQuery(['library', ...pins.map(({ hash }) => hash)], () => libraryOf(pins))
}

/** A version never changes: it is read and compiled once. */
async function libraryOf(pins: readonly ProtocolPin[]): Promise<Library> {
  const protocols = await Promise.all(pins.map(({ hash }) => protocolOf(hash)))
  const name = pins.map(({ hash }) => hash).join(' ')
  const known = planners.get(name)
  const planner = known ?? createPlanner(protocols)
  planners.set(name, planner)
  return { pins, protocols, planner }
}

const planners = new Map<string, Planner>()

function protocolOf(hash: string): Promise<Protocol> {
  return queries.fetchQuery({
    queryKey: ['protocol', hash],
    queryFn: () => readProtocol(hash),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
