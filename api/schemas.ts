import { prismaConfig } from '#prisma/config.ts'
import { retrievalConfig } from '#retrieval/config.ts'
import { mailConfig } from '#workers/mail/config.ts'
import { queueConfig } from '#workers/queue/config.ts'
import { apiConfig } from './config.ts'

/** The settings of every room; `.env.example` lists the same, and a test keeps it so. */
export const schemas = [prismaConfig, retrievalConfig, queueConfig, mailConfig, apiConfig] as const
