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
// clang-format off
enum class Name : std::uint8_t {
  other,
  // text
  p, r, t, tab, ptab, br, cr, noBreakHyphen, sym, fldChar, rt, pPr, rPr, ilvl, numId, pStyle, rStyle, outlineLvl, vanish,
  specVanish, del, moveFrom, delText, instrText, txbxContent, sdtPr, sdtEndPr, footnote, endnote, altChunk, subDoc, ind,
  // what was before a tracked change
  rPrChange, pPrChange, tblPrChange, tblPrExChange, trPrChange, tcPrChange, sectPrChange, tblGridChange, numberingChange,
  // tables
  tbl, tr, tc, trPr, tcPr, tblPr, tblGrid, gridSpan, vMerge, hMerge, gridBefore, cellDel, hidden,
  // sections, and the roots of parts
  headerReference, footerReference, document, body, footnotes, endnotes, hdr, ftr,
  // styles and numbering
  rPrDefault, style, name, basedOn, abstractNum, num, abstractNumId, lvl, lvlOverride, startOverride, start, numFmt, lvlText, lvlRestart,
  isLgl, suff, numStyleLink, styleLink, rFonts, format,
  // alternatives, mathematics
  AlternateContent, Choice, Fallback, den, sup,
  // drawings
  chart, relIds,
  // the package
  Relationship, Override, Default,
  // attributes
  val, id, type, space, font, char_, fldCharType, styleId, default_, Requires, ascii, hAnsi, Target, TargetMode, Id, Type, PartName,
  ContentType, Extension, left, hanging, firstLine, leftChars, hangingChars, firstLineChars, startChars, dm,
  count
};
// clang-format on

// Separated by blanks, in the order of Name.
inline constexpr std::string_view all_spellings =
    "p r t tab ptab br cr noBreakHyphen sym fldChar rt pPr rPr ilvl numId pStyle rStyle outlineLvl vanish specVanish del "
    "moveFrom delText instrText txbxContent sdtPr sdtEndPr footnote endnote altChunk subDoc ind "
    "rPrChange pPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange tblGridChange numberingChange "
    "tbl tr tc trPr tcPr tblPr tblGrid gridSpan vMerge hMerge gridBefore cellDel hidden "
    "headerReference footerReference document body footnotes endnotes hdr ftr "
    "rPrDefault style name basedOn abstractNum num abstractNumId lvl lvlOverride startOverride start numFmt lvlText lvlRestart isLgl suff "
    "numStyleLink styleLink rFonts format "
    "AlternateContent Choice Fallback den sup "
    "chart relIds "
    "Relationship Override Default "
    "val id type space font char fldCharType styleId default Requires ascii hAnsi Target TargetMode Id Type PartName ContentType Extension "
    "left hanging firstLine leftChars hangingChars firstLineChars startChars dm ";

inline constexpr auto spellings = [] {
  std::array<std::string_view, static_cast<std::size_t>(Name::count)> out;
  std::string_view rest = all_spellings;
  for (std::size_t i = 1; i < out.size(); ++i) {
    out[i] = rest.substr(0, rest.find(' '));
    rest.remove_prefix(out[i].size() + 1);
  }
  if (!rest.empty()) throw "Name and its spellings differ";
  return out;
}();

}  // namespace gouji::corpus::docx
