import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * The SQL that makes an empty database equal to `schema.prisma`. Asks Prisma's own schema engine, in
 * WebAssembly, which needs no download. (Its version is ahead of our Prisma: it writes this SQL, but
 * cannot read a database through our adapter, so it does not apply migrations here.)
 */
export async function sqlOfSchema(url: string): Promise<string> {
  const path = fileURLToPath(new URL('./schema.prisma', import.meta.url))
  const schema = { path, content: await readFile(path, 'utf8') }
  await loadEngine()
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [[path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url })),
  )
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout ?? ''
  } finally {
    engine.free()
  }
}

async function loadEngine(): Promise<void> {
  const file = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(new URL('./schema_engine_bg.wasm', file))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...engineModule },
  })
  engineModule.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}
