import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/**
 * A test that cannot fail is worse than none. Fails on: a focus flag, a skipped or unwritten test, an
 * `expect(…)` that expects nothing, and a conditional skip that says nothing aloud.
 */
const files = globSync('{portfolio,bot,retrieval,prisma,workers,api,eval}/**/*.{test,contract}.ts')
const problems = files.flatMap((file) => problemsOf(file, readFileSync(file, 'utf8')))

for (const problem of problems) console.error(problem)
console.log(`${files.length} test files read, ${problems.length} problems`)
process.exitCode = problems.length || files.length < 30 ? 1 : 0

function problemsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const at = (node: ts.Node) =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isTester(node.expression)) {
      if (['only', 'todo', 'fails'].includes(node.name.text))
        found.push(`${at(node)} .${node.name.text}`)
      if (node.name.text === 'skip') found.push(`${at(node)} a skipped test`)
      if (
        ['runIf', 'skipIf'].includes(node.name.text) &&
        !/console\.warn|process\.emitWarning/.test(text)
      ) {
        found.push(`${at(node)} .${node.name.text} without a word: say aloud what was not tested`)
      }
    }
    if (ts.isExpressionStatement(node) && isBareExpect(node.expression)) {
      found.push(`${at(node)} an expectation that expects nothing`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTester(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && ['test', 'it', 'describe', 'suite'].includes(node.text)
}

function isBareExpect(node: ts.Expression): boolean {
  const inner = ts.isAwaitExpression(node) ? node.expression : node
  return (
    ts.isCallExpression(inner) &&
    ts.isIdentifier(inner.expression) &&
    inner.expression.text === 'expect'
  )
}
