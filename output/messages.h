// Every text that gouji says to a person in a language of his choice: reasons of refusals, words of the terminal report.
// Pure functions. The checks' own messages come from the audit; the report's words are never translated.
#pragma once

#include <cstddef>
#include <string>

#include "model/check.h"
#include "model/language.h"
#include "model/result.h"
#include "output/report.h"

namespace gouji::output {

struct Text {
  const char* zh;
  const char* en;
  std::string in(Language language) const { return language == Language::en ? en : zh; }
};

// Gives a refusal of a known code its message and hint in the language; an unknown code keeps its own.
void localize(Refusal& refusal, Language language);
Error no_input(Language language);

std::string title_of(Severity severity, Verdict verdict, Language language);  // 错误, 尾差, 单位可疑
std::string word(Verdict verdict, Language language);                         // 不一致
std::string word(Rule rule, Language language);                               // 合计
std::string word(Basis basis, Language language);                             // 决算; "" for none
std::string word(OperandRole role, Language language);                        // 分项
std::string word(ReportKind kind, Language language);                         // 绩效自评报告
std::string word(Kind kind, Language language);                               // 金额

std::string example_failed(Language language, bool expected_match);
std::string examples_tested(Language language, std::size_t entries, std::size_t failures);

}  // namespace gouji::output
