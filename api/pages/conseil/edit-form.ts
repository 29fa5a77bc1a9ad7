import type { DraftItem, DraftLine, DraftSkill } from '#portfolio/cv.ts'
import { errorAttributes, fieldError } from '../form-parts.ts'
import { type Html, html } from '../html.ts'
import { decisionAddress, decisionFields } from './decision-fields.ts'
import type { ReviewView } from './review-view.ts'

/** New words for a line or a skill; for a skill, also another entry of the referential. */
export function editForm(item: DraftItem, view: ReviewView, anchor: string): Html {
  const problem =
    view.problem?.itemId === item.id && view.problem.form === 'edit' ? view.problem : undefined
  const isLookup = view.lookup?.itemId === item.id
  return html`<details data-do="edit" open=${problem !== undefined || isLookup}>
    <summary>Modifier</summary>
    <form method="post" action=${decisionAddress(view)} data-swap>
      ${decisionFields(item, view, 'edit')}
      ${item.type === 'line' ? lineFields(item, anchor, problem) : labelField(item, anchor, problem)}
      <button class="primary">Enregistrer</button>
    </form>
    ${item.type === 'skill' && replaceForms(item, view, anchor)}
  </details>`
}

type Problem = ReviewView['problem']

function lineFields(line: DraftLine, anchor: string, problem: Problem): Html {
  const error = `${anchor}-edit-error`
  const value = (name: 'heading' | 'place' | 'period') => problem?.typed[name] ?? line[name]
  return html`<div>
    <div class="field">
      <label for=${`${anchor}-heading`}>Intitulé</label>
      <input id=${`${anchor}-heading`} name="heading" required maxlength="120" value=${value('heading')} ...${errorAttributes(error, problem?.message)} />
      ${fieldError(error, problem?.message)}
    </div>
    <div class="field">
      <label for=${`${anchor}-place`}>Lieu</label>
      <input id=${`${anchor}-place`} name="place" maxlength="80" value=${value('place')} />
    </div>
    <div class="field">
      <label for=${`${anchor}-period`}>Dates</label>
      <input id=${`${anchor}-period`} name="period" maxlength="60" value=${value('period')} />
    </div>
    <div class="field">
      <label for=${`${anchor}-actions`}>Actions, une par ligne (6 au plus)</label>
      <textarea id=${`${anchor}-actions`} name="actions" rows=${Math.max(3, line.actions.length + 1)} maxlength="800">${problem?.typed.actions ?? line.actions.join('\n')}</textarea>
    </div>
  </div>`
}

function labelField(skill: DraftSkill, anchor: string, problem: Problem): Html {
  const error = `${anchor}-edit-error`
  return html`<div class="field">
    <label for=${`${anchor}-label`}>Mots du CV</label>
    <input id=${`${anchor}-label`} name="label" required maxlength="120" value=${problem?.typed.label ?? skill.cvLabel} ...${errorAttributes(error, problem?.message)} />
    ${fieldError(error, problem?.message)}
  </div>`
}

/** A search in the referential, then one button per skill found. Works as plain pages. */
function replaceForms(item: DraftSkill, view: ReviewView, anchor: string): Html {
  const lookup = view.lookup?.itemId === item.id ? view.lookup : undefined
  const address = `/conseil/dossiers/${encodeURIComponent(view.draft.id)}`
  return html`<div class="replace">
    <form method="get" action=${`${address}#${anchor}`} data-swap role="search" aria-label="Remplacer par une autre compétence">
      <input type="hidden" name="item" value=${item.id} />
      <label for=${`${anchor}-q`}>Remplacer par une autre compétence</label>
      <div class="row">
        <input class="grow" id=${`${anchor}-q`} name="q" type="search" required maxlength="120" value=${lookup?.words ?? ''} />
        <button>Chercher</button>
      </div>
    </form>
    ${lookup?.found.length === 0 && html`<p class="empty">Aucune compétence ROME pour « ${lookup.words} ». Essayez un verbe : « nettoyer », « accueillir ».</p>`}
    <ul class="plain-list found">
      ${lookup?.found.map(
        ({ skill, cvLabel }) => html`<li>
          <form method="post" action=${decisionAddress(view)} data-swap>
            ${decisionFields(item, view, 'replace')}
            <input type="hidden" name="q" value=${lookup.words} />
            <input type="hidden" name="code" value=${skill.code} />
            <button><span>${cvLabel}<small>${skill.label} (${skill.code})</small></span></button>
          </form>
        </li>`,
      )}
    </ul>
  </div>`
}
