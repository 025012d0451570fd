const FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'this account may not read or write there',
  EPERM: 'this account may not read or write there',
  EROFS: 'what is there cannot be written',
  ENOTDIR: 'a part of the path is a file and no folder',
  EEXIST: 'there is a file of that name, and no folder',
  EISDIR: 'it is a folder and no file',
  ENOENT: 'it is not there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full for this account',
  ENAMETOOLONG: 'the name is too long',
}

/** What the disk says of a path, for an operator who can mend it; null for what is a mistake of ours. */
export function diskFault(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return FAULTS[code] ?? null
}
