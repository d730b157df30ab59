// How Word prints the n-th number of a list in each of its formats.
// Source: ECMA-376-1 §17.18.59 (ST_NumberFormat) with the differences that [MS-OI29500] 2.1.540 and [MS-DOCX] 2.4 say Word has.
#pragma once

#include <string>
#include <string_view>

namespace gouji::corpus::docx {

// `format` is the value of w:numFmt ("chineseCounting"). A format whose set of characters ends before `n`, one that is spelled out in
// a language, and a value that is none, print `n` in digits.
std::string format_number(std::string_view format, int n);

// A format of its own: "001, 002, 003, ..." pads with zeros as its first number shows.
std::string format_custom_number(std::string_view pattern, int n);

}  // namespace gouji::corpus::docx
