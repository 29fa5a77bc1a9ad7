import { type Catalogue, makeCatalogue } from './catalogue.ts'
import { openShelf } from './shelf.ts'
import { readStarter } from './starter/read-starter.ts'

export type OpenedCatalogue = {
  readonly catalogue: Catalogue
  /** Why the imported referential is not used, when it is there. */
  readonly trouble?: string
}

/** The ROME in use, or the starter when none was imported or its files are damaged. */
export const openCatalogue = (dataDir: string): OpenedCatalogue => {
  const starter = readStarter()
  try {
    return { catalogue: makeCatalogue(openShelf(dataDir).current(), starter) }
  } catch {
    return {
      catalogue: makeCatalogue(undefined, starter),
      trouble: 'the imported ROME is damaged: import it again; searching the starter',
    }
  }
}
