/** Rendered files of one draft version. A file is written whole or not at all. */
export type StoredFile = {
  readonly draftId: string
  readonly draftVersion: number
  readonly format: 'pdf' | 'html' | 'docx' | 'txt'
  readonly sha256: string
  readonly bytes: Uint8Array
}

export interface Files {
  put(file: Omit<StoredFile, 'sha256'>): Promise<StoredFile>
  /** The newest version of a draft. */
  find(draftId: string, format: StoredFile['format']): Promise<StoredFile | undefined>
}
