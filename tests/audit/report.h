// A report built by hand: figures with what an extractor would say of them, without any text to read.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "audit/auditor.h"
#include "patterns/library.h"

namespace gouji::audit {

inline const patterns::Library& library() {
  static const auto loaded = patterns::Library::load({});
  return **loaded;
}

inline Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

class Report {
 public:
  Report() { sentence(); }

  Extraction extraction;
  Document document;

  // A new sentence (and paragraph and section, where asked).
  void sentence() { extraction.sentences.push_back({{size(), size()}, block_, section_}); }
  void paragraph() {
    ++block_;
    sentence();
  }
  void section() {
    ++section_;
    paragraph();
  }
  Name named(std::string_view words) { return extraction.names.intern(words); }
  void words(std::string_view text) { document.text += text; }

  FigureId amount(std::string_view name, std::string_view number, std::string_view unit = "万元") {
    Figure& f = add(name, number, unit);
    f.kind = Kind::amount;
    f.unit = {named("CNY"), Origin::stated};
    const int power = unit == "亿元" ? 8 : unit == "万元" ? 4 : 0;
    f.value = f.value.shifted(power);
    f.decimals = static_cast<std::int16_t>(f.decimals - power);
    f.basis = {Basis::final_accounts, Origin::document};
    return last();
  }
  FigureId count(std::string_view name, std::string_view number, std::string_view unit = "人") {
    Figure& f = add(name, number, unit);
    f.kind = Kind::count;
    f.unit = {named(unit), Origin::stated};
    f.exact = number.find('.') == std::string_view::npos;
    return last();
  }
  FigureId percent(std::string_view name, std::string_view number, Aspect aspect, FigureId subject, std::string_view of = "") {
    Figure& f = add(name, number, "%");
    f.kind = Kind::ratio;
    f.unit = {named("1"), Origin::stated};
    f.value = f.value.shifted(-2);
    f.decimals = static_cast<std::int16_t>(f.decimals + 2);
    f.aspect = aspect;
    f.subject = subject;
    f.of = named(of);
    return last();
  }
  FigureId change(FigureId subject, std::string_view number, Direction direction, Versus versus = Versus::prior_year,
                  std::string_view unit = "万元") {
    const FigureId id = amount(figure(subject).indicator, number, unit);
    figure(id).aspect = Aspect::change;
    figure(id).direction = direction;
    figure(id).versus = versus;
    figure(id).subject = subject;
    figure(id).basis = {};
    return id;
  }
  FigureId rate(FigureId subject, std::string_view number, Direction direction, Versus versus = Versus::prior_year) {
    const FigureId id = percent(figure(subject).indicator, number, Aspect::change_rate, subject);
    figure(id).direction = direction;
    figure(id).versus = versus;
    return id;
  }
  FigureId share(FigureId subject, std::string_view number, std::string_view of) {
    return percent(figure(subject).indicator, number, Aspect::share, subject, of);
  }

  Figure& figure(FigureId id) { return extraction.figures[id]; }
  FigureId last() const { return static_cast<FigureId>(extraction.figures.size() - 1); }

  Relation& relation(RelationKind kind, FigureId total, const std::vector<FigureId>& parts, Marker marker = Marker::consists) {
    Relation r;
    r.kind = kind;
    r.marker = marker;
    r.operands.push_back({total, OperandRole::total, 1});
    for (const FigureId p : parts) r.operands.push_back({p, OperandRole::part, 1});
    r.text = {figure(total).text.begin, figure(parts.back()).text.end};
    extraction.relations.push_back(std::move(r));
    return extraction.relations.back();
  }
  Relation& breakdown(FigureId total, const std::vector<FigureId>& parts, Marker marker = Marker::consists) {
    return relation(RelationKind::breakdown, total, parts, marker);
  }

  Audited run(Language language = Language::zh) { return gouji::audit::audit(document, extraction, library(), {language, Texts::all}); }

  std::vector<Check> audit(Language language = Language::zh) {
    for (std::size_t i = 0; i < extraction.sentences.size(); ++i)
      extraction.sentences[i].text.end = i + 1 < extraction.sentences.size() ? extraction.sentences[i + 1].text.begin : size();
    return run(language).checks;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document.text.size()); }

  Figure& add(std::string_view name, std::string_view number, std::string_view unit) {
    Figure f;
    const std::uint32_t clause = size();
    document.text += name;
    f.number.begin = size();
    document.text += number;
    f.number.end = f.unit_text.begin = size();
    document.text += unit;
    f.unit_text.end = size();
    f.text = {f.number.begin, f.unit_text.end};
    f.clause = {clause, size()};
    document.text += "，";
    f.value = decimal(number);
    f.decimals = static_cast<std::int16_t>(-f.value.exponent());
    f.indicator = named(name);
    f.period = {{2023}, Origin::document};
    f.block = block_;
    f.section = section_;
    f.sentence = static_cast<std::uint32_t>(extraction.sentences.size() - 1);
    extraction.figures.push_back(std::move(f));
    return extraction.figures.back();
  }

  BlockId block_ = 0;
  SectionId section_ = 0;
};

// The one check of a rule; fails where there is none or more than one.
inline Check only(const std::vector<Check>& checks, Rule rule) {
  std::vector<Check> found;
  for (const Check& c : checks)
    if (c.rule == rule) found.push_back(c);
  INFO(name(rule));
  REQUIRE(found.size() == 1);
  return found.front();
}

inline std::vector<Check> findings(const std::vector<Check>& checks) {
  std::vector<Check> out;
  for (const Check& c : checks)
    if (c.verdict == Verdict::inconsistent || c.verdict == Verdict::suspect_unit) out.push_back(c);
  return out;
}

}  // namespace gouji::audit
