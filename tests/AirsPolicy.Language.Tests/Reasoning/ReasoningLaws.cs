using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Language.Tests.Semantics;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Language.Tests.Reasoning;

/// <summary>What is proved of a condition no request contradicts.</summary>
public class ReasoningLaws
{
    internal const string Declarations = """
        fact amount: money GBP at output
        fact other: money GBP at output
        fact n: int at output
        fact m: int at output
        fact part: share at output
        fact since: date at output
        fact level: rising [public, internal, secret] at output
        fact kind: one of [retail, trade, bank] at output
        fact verified: bool at output
        fact note: text? at output
        fact most: int? at output
        fact list: [int] at output
        fact age: duration at output
        detector threat { match "bomb" weighs 90%  match /fools?/ weighs 40%  found at 85% }
        detector any_threat { match "bomb" }

        """;

    private static readonly string[] s_atoms =
    [
        "amount > 200 GBP",
        "amount <= 500 GBP",
        "amount < other",
        "other < amount",
        "amount >= 200.01 GBP",
        "amount * 2 > 500 GBP",
        "n > 2",
        "n < m",
        "m <= n + 2",
        "n * 3 > 7",
        "n == m",
        "n != 3",
        "n in [1, 2, 3]",
        "n + m > 4",
        "n - m <= -1",
        "n <= 2",
        "part >= 40%",
        "part < 0.25",
        "part == 40%",
        "since + 3d > today",
        "since < today",
        "since > today - 1d",
        "age > 1h",
        "age * 2 <= 1h",
        "level >= internal",
        "level == secret",
        "level < secret",
        "kind == retail",
        "kind in [trade, bank]",
        "kind != bank",
        "verified",
        "verified != true",
        "has note",
        "(note ?? \"\") == \"a\"",
        "(most ?? 3) > 4",
        "has most",
        "(most ?? n) > 2",
        "text contains \"a\"",
        "text == \"abc\"",
        "text starts with \"ab\"",
        "text ends with \"c\"",
        "text matches /^[a-c]+$/",
        "text matches /b/i",
        "text matches /^\\w{2,3}$/",
        "text in [\"abc\", \"b\"]",
        "length(text) > 3",
        "length(text) == 0",
        "text != \"\"",
        "threat.found(text)",
        "threat.score(text) >= 40%",
        "threat.score(text) > 40%",
        "threat.count(text) > 0",
        "any_threat.found(text)",
        "any_threat.count(text) >= 1",
        "any x in list: x > 3",
        "all x in list: x > 3",
        "3 in list",
        "list == []",
        "length(list) > 1",
        "(count x in list: x > 3) > 0",
        "n < by level { public 1, secret 3 }",
        "(by kind { retail 1, trade 2 } ?? 5) > n",
    ];

    internal static readonly Gen<string> Condition = Sized(3);

    private static Gen<string> Sized(int depth) => depth == 0
        ? Gen.Elements(s_atoms)
        : Gen.OneOf(
            Gen.Elements(s_atoms),
            from left in Sized(depth - 1) from right in Sized(depth - 1) select $"({left}) and ({right})",
            from left in Sized(depth - 1) from right in Sized(depth - 1) select $"({left}) and ({right})",
            from left in Sized(depth - 1) from right in Sized(depth - 1) select $"({left}) or ({right})",
            from operand in Sized(depth - 1) select $"not ({operand})");

    private static readonly Gen<string> s_facts =
        from amount in Gen.Elements("199.99", "200", "200.01", "250", "500", "500.01")
        from other in Gen.Elements("200", "250", "600")
        from n in Gen.Choose(-1, 5)
        from m in Gen.Choose(0, 6)
        from part in Gen.Elements("0", "0.25", "0.4", "0.41", "1")
        from since in Gen.Elements("2025-12-28", "2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02")
        from level in Gen.Elements("public", "internal", "secret")
        from kind in Gen.Elements("retail", "trade", "bank")
        from verified in Gen.Elements("true", "false")
        from note in Gen.Elements("", ",\"note\":\"a\"", ",\"note\":\"b\"")
        from most in Gen.Elements("", ",\"most\":2", ",\"most\":5")
        from list in Gen.Elements("[]", "[3]", "[4,3]", "[5]")
        from age in Gen.Elements("30m", "31m", "61m", "2h")
        from text in Gen.Elements("", "abc", "a", "b", "ab", "cab", "the bomb", "fools", "fool bomb", "abcd", "B")
        select $$"""
            {"now":"2026-01-01T12:00:00Z","today":"2026-01-01","output":{"text":"{{text}}"},"amount":{{amount}},"other":{{other}},"n":{{n}},"m":{{m}},"part":{{part}},"since":"{{since}}",
            "level":"{{level}}","kind":"{{kind}}","verified":{{verified}},"list":{{list}},"age":"{{age}}"{{note}}{{most}} }
            """;

    [Fact]
    public void What_is_proved_of_a_condition_no_request_contradicts()
    {
        var (impossible, certain) = (0, 0);
        Prop.ForAll(
                Arb.From(from condition in Condition from facts in s_facts.ArrayOf(24) select (condition, facts)),
                drawn =>
                {
                    var analysis = Binding.Of(
                        Binding.Policy(Declarations, $"control c {{ at output  on error halt  when {drawn.condition} then block }}"));
                    if (analysis.Model is not { } model)
                        return; // An 'and' of what may be absent, which the binder refuses.
                    var builder = new FormulaBuilder(model, isSettled: true);
                    var formula = builder.Of(model.Controls[0].Placements[0].Rules[0].Condition!);
                    var solver = new Solver(builder, 2_000);
                    var never = solver.Ask(formula).IsImpossible;
                    var always = solver.Ask(formula.Negated()).IsImpossible;
                    Assert.False(never && always);
                    impossible += never ? 1 : 0;
                    certain += always ? 1 : 0;
                    var interpreter = new PolicyInterpreter(model);
                    foreach (var facts in drawn.facts)
                    {
                        var outcome = interpreter.Decide("output", facts).Outcome;
                        Assert.False(never && outcome == Outcome.Block, $"{drawn.condition} on {facts}");
                        Assert.False(always && outcome == Outcome.Allow, $"{drawn.condition} on {facts}");
                    }
                }
            )
            .Check(Laws.Config.WithMaxTest(400));
        Assert.True(impossible > 4, $"{impossible} were impossible.");
        Assert.True(certain > 1, $"{certain} were certain.");
    }
}
