// The names of WordprocessingML and of a package's own files that the reader knows, and the namespaces that tell them apart.
// Source: ECMA-376-1 (transitional and strict), ECMA-376-2, ECMA-376-3 (markup compatibility).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::corpus::docx {

// `markup` is WordprocessingML, transitional or strict alike.
enum class Space : std::uint8_t { other, markup, math, compatibility, relationships, content_types };

Space space_of(std::string_view uri);
// Namespaces whose shapes and properties the reader follows: an alternative that asks for nothing else is read.
bool is_understood(std::string_view uri);

// Local names of elements and attributes, in the order of `spellings`.
enum class Name : std::uint8_t {
  other,
  // text
  p, r, t, tab, ptab, br, cr, noBreakHyphen, sym, fldChar, ruby, rt, pPr, rPr, numPr, ilvl, numId, pStyle, rStyle, outlineLvl, vanish, specVanish, del,
  ins, moveFrom, delText, instrText, txbxContent, sdtPr, sdtEndPr, docPartGallery, footnote, endnote, footnoteReference, endnoteReference, altChunk,
  subDoc, hyperlink, fldSimple, ind,
  // what was before a tracked change
  rPrChange, pPrChange, tblPrChange, tblPrExChange, trPrChange, tcPrChange, sectPrChange, tblGridChange, numberingChange, cellMerge,
  // tables
  tbl, tr, tc, trPr, tcPr, tblPr, tblGrid, gridSpan, vMerge, hMerge, gridBefore, gridAfter, cellDel, hidden,
  // sections and what belongs to them
  sectPr, headerReference, footerReference, body, footnotes, endnotes, hdr, ftr,
  // styles and numbering
  docDefaults, rPrDefault, pPrDefault, style, name, basedOn, abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, start, numFmt, lvlText,
  lvlRestart, isLgl, suff, numStyleLink, styleLink, rFonts, format,
  // alternatives, mathematics
  AlternateContent, Choice, Fallback, den, sup, sSup, f,
  // the package
  Relationship, Override, Default, document,
  // attributes
  val, id, type, space, font, char_, fldCharType, styleId, default_, Requires, ascii, hAnsi, Target, TargetMode, Id, Type, PartName, ContentType,
  Extension, instr, left, firstLine, leftChars, firstLineChars,
  count
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Name::count)> spellings{
    "", "p", "r", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar", "ruby", "rt", "pPr", "rPr", "numPr", "ilvl", "numId", "pStyle",
    "rStyle", "outlineLvl", "vanish", "specVanish", "del", "ins", "moveFrom", "delText", "instrText", "txbxContent", "sdtPr", "sdtEndPr",
    "docPartGallery", "footnote", "endnote", "footnoteReference", "endnoteReference", "altChunk", "subDoc", "hyperlink", "fldSimple", "ind",
    "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange", "numberingChange",
    "cellMerge", "tbl", "tr", "tc", "trPr", "tcPr", "tblPr", "tblGrid", "gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter", "cellDel", "hidden",
    "sectPr", "headerReference", "footerReference", "body", "footnotes", "endnotes", "hdr", "ftr", "docDefaults", "rPrDefault", "pPrDefault", "style", "name", "basedOn", "abstractNum", "num",
    "abstractNumId", "lvl", "lvlOverride", "startOverride", "start", "numFmt", "lvlText", "lvlRestart", "isLgl", "suff", "numStyleLink", "styleLink",
    "rFonts", "format", "AlternateContent", "Choice", "Fallback", "den", "sup", "sSup", "f", "Relationship", "Override", "Default", "document", "val",
    "id", "type", "space", "font", "char", "fldCharType", "styleId", "default", "Requires", "ascii", "hAnsi", "Target", "TargetMode", "Id", "Type",
    "PartName", "ContentType", "Extension", "instr", "left", "firstLine", "leftChars", "firstLineChars"};

static_assert(!spellings.back().empty());

}  // namespace gouji::corpus::docx
