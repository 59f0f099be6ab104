import { expect, test } from 'vitest'
import { cleanWordHtml, isFromWord } from './wordPaste.ts'

/** As Word 365 puts it on the clipboard, shortened in its style sheet only. */
const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-family:"Calibri",sans-serif;} --></style>
</head><body lang=ES-PA style='tab-interval:35.4pt;word-wrap:break-word'>
<!--StartFragment-->
<h2><span lang=ES style='mso-ansi-language:ES'>Estrategia<o:p></o:p></span></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=ES style='font-size:11.0pt;
mso-ansi-language:ES'>El juez autorizó</span></b><span lang=ES> la intervención de <i>dos</i> líneas;
véase <a href="https://sherloc.unodc.org/case"><span style='mso-bidi-font-size:11.0pt'>el caso</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=ES>Restauración química<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>41 de 64 pistolas</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·</span><![endif]>Cotejo balístico</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>Solicitud formal</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'>
<td width=283 style='width:212.4pt'><p class=MsoNormal>Ruta</p></td><td colspan=2><p class=MsoNormal>Armas</p></td></tr></table>
<!--EndFragment-->
</body></html>`

test('what comes from Word is told apart', () => {
  expect(isFromWord(fromWord)).toBe(true)
  expect(isFromWord('<p style="color:red">no program of that family</p>')).toBe(false)
})

test('structure and emphasis stay, looks and namespaces go', () => {
  const clean = cleanWordHtml(fromWord)
  expect(clean).toContain('<h2>Estrategia</h2>')
  expect(clean).toContain(
    '<p><b>El juez autorizó</b> la intervención de <i>dos</i> líneas; véase <a href="https://sherloc.unodc.org/case">el caso</a>.</p>',
  )
  expect(clean).toContain('<table><tr> <td><p>Ruta</p></td><td colspan=2><p>Armas</p></td></tr></table>')
  expect(clean).not.toMatch(/mso|style=|<span|class=|lang=|o:p|xml|<!|&nbsp;/iu)
  expect(clean).not.toContain('<p></p>')
})

test('paragraphs that Word draws as lists become lists, nested and numbered', () => {
  expect(cleanWordHtml(fromWord)).toContain(
    '<ul><li><p>Restauración química</p><ul><li><p>41 de 64 pistolas</p></li></ul></li>' +
      '<li><p>Cotejo balístico</p></li></ul><ol><li><p>Solicitud formal</p></li></ol>',
  )
})
