// What a check says: the formula as an auditor writes it, with the printed numbers, one sentence, a hint. Words only.
#pragma once

#include <string>

#include "audit/auditor.h"
#include "audit/draft.h"
#include "audit/panel_index.h"
#include "audit/questions.h"
#include "audit/reconcile.h"
#include "audit/verdict.h"

namespace gouji::audit {

class Describer {
 public:
  Describer(const Document& document, const Extraction& extraction, const PanelIndex& panels, Language language)
      : document_(document), extraction_(extraction), panels_(panels), language_(language) {}

  // Fills formula, message, hint, why and the computed values of `check`; its verdict, operands and blame are set.
  void describe(const Judged& judged, Check& check) const;
  // The same of relations that hold one by one and not together.
  void describe_joint(const std::vector<const Judged*>& members, Check& check) const;
  // The same of what an auditor would ask.
  void describe_question(const Question& question, Check& check) const;
  // Fills why alone.
  void say_why(const Judgement& judgement, Check& check) const;

 private:
  std::string operand(const CheckOperand& operand, bool with_unit) const;
  std::string formula(const Draft& draft, const Judgement& judgement) const;
  std::string right_side(const Draft& draft) const;
  std::string message(const Judged& judged, const Check& check) const;
  std::string hint(const Judged& judged, const Check& check) const;
  std::string cause(const Explanation& likely) const;
  std::string named(FigureId id) const;
  std::string shown(const Rational& value, const Figure& like, bool with_unit) const;
  bool mixed_units(const Draft& draft) const;
  std::string_view say(std::string_view zh, std::string_view en) const { return language_ == Language::zh ? zh : en; }

  const Document& document_;
  const Extraction& extraction_;
  const PanelIndex& panels_;
  Language language_;
};

}  // namespace gouji::audit
