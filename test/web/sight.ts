/** What a reader would see wrong in a part of the page: words cut off, controls over each other, things outside the window. */
import type { Page } from 'playwright-core'

/** One line for each fault; empty where all can be seen. */
export const faultsIn = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const roots = [...document.querySelectorAll<HTMLElement>(wanted)]
    if (roots.length === 0) return [`nothing is ${wanted}`]
    const faults: string[] = []
    const say = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 40)}`
    const isSeen = (element: HTMLElement) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    /** The part of an element that its scrollers show; undefined for none of it. */
    const seenBox = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect()
      for (let box = element.parentElement; box; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box)
        if (overflowX === 'visible' && overflowY === 'visible') continue
        const frame = box.getBoundingClientRect()
        left = Math.max(left, frame.left)
        top = Math.max(top, frame.top)
        right = Math.min(right, frame.right)
        bottom = Math.min(bottom, frame.bottom)
      }
      return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : undefined
    }
    for (const root of roots) {
      const all = [...root.querySelectorAll<HTMLElement>('*')].filter(isSeen)
      // words that no scroller and no ellipsis accounts for
      for (const element of all) {
        const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element)
        if (clipPath !== 'none' || element instanceof SVGElement) continue
        const clips = overflowX === 'hidden' || overflowY === 'hidden' || overflowX === 'clip'
        if (clips && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
          faults.push(`cut off: ${say(element)}`)
        const isScroller = overflowX === 'auto' || overflowX === 'scroll'
        if (isScroller && element.scrollWidth > element.clientWidth + 1)
          faults.push(`wider than its pane: ${say(element)}`)
        if (element instanceof HTMLInputElement && element.placeholder && !element.value) {
          const pen = document.createElement('canvas').getContext('2d')!
          const { font, paddingLeft, paddingRight } = getComputedStyle(element)
          pen.font = font
          const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
          if (pen.measureText(element.placeholder).width > room + 1)
            faults.push(`placeholder cut: ${element.placeholder}`)
        }
      }
      const controls = all.filter((element) => element.matches('button, input, select, a, summary'))
      const boxes = controls.flatMap((element) => {
        const box = seenBox(element)
        return box ? [{ element, box }] : []
      })
      for (const { element, box } of boxes) {
        if (box.left < -1 || box.right > innerWidth + 1) faults.push(`outside the window: ${say(element)}`)
      }
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
          const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
          const nested = a.element.contains(b.element) || b.element.contains(a.element)
          // a sign that lies in the padding of its line is meant to
          const meant = a.element.parentElement === b.element.parentElement && a.element.closest('.line')
          const inline =
            getComputedStyle(a.element).display === 'inline' || getComputedStyle(b.element).display === 'inline'
          const sticky = [a, b].some(({ element }) => getComputedStyle(element).position === 'sticky')
          if (width > 2 && height > 2 && !nested && !meant && !inline && !sticky)
            faults.push(`over each other: ${say(a.element)} and ${say(b.element)}`)
        }
      }
    }
    return faults
  }, selector)
