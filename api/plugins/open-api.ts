import type { SwaggerOptions } from '@fastify/swagger'
import { z } from 'zod'

/** The description served at `/api/openapi.json`: only routes with a schema are in it. */
export function jsonSchemaTransform(publicUrl: string): SwaggerOptions {
  return {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'Raconte',
        version: '0.1.0',
        description: 'Direct Line 3.0, provider webhooks, telephone and health of Raconte.',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: { conversation: { type: 'http', scheme: 'bearer' } },
      },
    },
    hideUntagged: true,
  }
}

/** A zod schema as OpenAPI 3.0 wants it. The same schema checks the request in its route. */
export function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: 'input',
    unrepresentable: 'any',
  })
  return described
}
