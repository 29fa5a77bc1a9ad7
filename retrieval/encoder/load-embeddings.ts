import type { EmbeddingsInterface } from '@langchain/core/embeddings'

/** `provider:model`, and `@` with the address of a server of one's own: `openai:bge-m3@http://…/v1`. */
export const embeddingsPattern = /^(mistralai|openai|ollama):([^@\s]+)(?:@(https?:\/\/\S+))?$/

type Provider = {
  readonly package: string
  readonly class: string
  options(model: string, url: string | undefined): Readonly<Record<string, unknown>>
}

/** Keys (`MISTRAL_API_KEY`, `OPENAI_API_KEY`) are read by the providers’ own packages. */
const providers: Readonly<Record<string, Provider>> = {
  mistralai: {
    package: '@langchain/mistralai',
    class: 'MistralAIEmbeddings',
    options: (model, url) => ({ model, ...(url ? { serverURL: url } : {}) }),
  },
  openai: {
    package: '@langchain/openai',
    class: 'OpenAIEmbeddings',
    options: (model, url) => ({ model, ...(url ? { configuration: { baseURL: url } } : {}) }),
  },
  ollama: {
    package: '@langchain/ollama',
    class: 'OllamaEmbeddings',
    options: (model, url) => ({ model, ...(url ? { baseUrl: url } : {}) }),
  },
}

const tries = { maxRetries: 1 }

/**
 * The LangChain `Embeddings` that `EMBEDDINGS` names. The packages of the providers are not
 * installed with Raconte: throws an error that says which one to install.
 */
export const loadEmbeddings = async (
  wanted: string,
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<EmbeddingsInterface> => {
  const [, name = '', model = '', url] = embeddingsPattern.exec(wanted) ?? []
  const provider = providers[name]
  if (provider === undefined) {
    throw new Error(
      `EMBEDDINGS=${wanted}: expected ${Object.keys(providers).join(', ')} followed by « : » and a model`,
    )
  }
  const module = await load(provider.package).catch((cause: unknown) => {
    throw new Error(
      `EMBEDDINGS=${wanted} needs a package that is not installed: npm install ${provider.package}`,
      { cause },
    )
  })
  const made: unknown = module instanceof Object ? Reflect.get(module, provider.class) : undefined
  if (typeof made !== 'function') throw new Error(`${provider.package} has no ${provider.class}`)
  const embeddings: unknown = Reflect.construct(made, [
    { ...tries, ...provider.options(model, url) },
  ])
  if (!isEmbeddings(embeddings)) throw new Error(`${provider.class} is not an Embeddings`)
  return embeddings
}

const isEmbeddings = (value: unknown): value is EmbeddingsInterface =>
  value instanceof Object && 'embedDocuments' in value && 'embedQuery' in value
