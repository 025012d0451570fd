/**
 * Fails when an installed package has a licence that is not on the list, or when THIRD_PARTY_NOTICES
 * is not what the packages that ship say. `--write` writes that file.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const NOTICES = join(ROOT, 'THIRD_PARTY_NOTICES')

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
])

/** Of these packages alone: libvips is a library of its own beside sharp, which anybody may replace (LGPL, section 4). */
const ALLOWED_FOR: readonly (readonly [RegExp, string])[] = [
  [/^@img\/sharp-libvips-/, 'LGPL-3.0-or-later'],
]

/** Licences that a package states beside its manifest, or by a name that is no SPDX identifier; read there. */
const READ_ELSEWHERE = new Map([
  ['cli-table 0.3.11', 'MIT'],
  ['parse-cache-control 1.0.1', 'BSD-3-Clause'],
])

interface Installed {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly folder: string
  /** Part of what people run, not only of how we work. */
  readonly ships: boolean
}

// Lock files and manifests are in npm's own form, which it has checked: hence `as` below.

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>
}

/** A package of our own is a link. */
interface LockEntry {
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly link?: boolean
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type: string }
  readonly licenses?: readonly { readonly type: string }[]
  readonly author?: string | { readonly name: string }
}

/** Everything npm installed, in the order of the lock file. Packages for other machines are absent. */
function installedPackages(): Installed[] {
  const lock = readJson('package-lock.json') as Lock
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true)
    .filter(([path]) => existsSync(join(ROOT, path, 'package.json')))
    .map(([path, entry]) => toInstalled(path, entry))
}

function toInstalled(path: string, entry: LockEntry): Installed {
  const { name, version, ...rest } = readJson(join(path, 'package.json')) as Manifest
  const ships = entry.dev !== true && entry.devOptional !== true
  const licence = READ_ELSEWHERE.get(`${name} ${version}`) ?? licenceOf(rest)
  return { name, version, licence, folder: join(ROOT, path), ships }
}

function licenceOf({ license, licenses }: Pick<Manifest, 'license' | 'licenses'>): string {
  if (licenses !== undefined) return licenses.map(({ type }) => type).join(' OR ')
  return (typeof license === 'object' ? license.type : license) ?? 'none stated'
}

/** `A OR B` needs one of them allowed, `A AND B` both. */
function isAllowed({ name, licence }: Installed): boolean {
  if (ALLOWED_FOR.some(([names, allowed]) => names.test(name) && licence === allowed)) return true
  const choices = licence.replaceAll(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part)))
}

function notices(packages: readonly Installed[]): string {
  const rule = `\n${'-'.repeat(78)}\n\n`
  const intro = 'Afterglow ships with the packages below, each under its own licence.\n'
  return [intro, ...packages.map(notice)].join(rule)
}

function notice({ name, version, licence, folder }: Installed): string {
  return `${name} ${version}\nLicence: ${licence}\n\n${licenceText(folder)}\n`
}

/** The package's own licence file, which carries its copyright line; the author where it has none. */
function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name))
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim()
  const { author } = readJson(join(relative(ROOT, folder), 'package.json')) as Manifest
  const holder = typeof author === 'object' ? author.name : author
  return `Copyright ${holder ?? 'its authors'}`
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
}

const installed = installedPackages()
const problems = installed
  .filter((one) => !isAllowed(one))
  .map(
    ({ name, version, licence }) => `${name} ${version}: licence "${licence}" is not on the list`,
  )

const expected = notices(installed.filter(({ ships }) => ships))
if (process.argv.includes('--write')) writeFileSync(NOTICES, expected)
if (!existsSync(NOTICES) || readFileSync(NOTICES, 'utf8') !== expected)
  problems.push('THIRD_PARTY_NOTICES is out of date: npm run notices')
if (installed.length === 0) problems.push('nothing is installed: npm ci')

console.log([...problems, `${installed.length} packages, ${problems.length} problems`].join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1
