using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Mutation;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Mutation;

public sealed class MutationTests
{
    private const string Header =
        "policy shop\nsystem s { owner \"o\" }\nqueue people { sla 15m  reviewers \"staff\" }\ntool pay { class irreversible  args { " +
        "amount: money GBP, to: text } }\n";

    [Fact]
    public void A_bound_that_no_test_meets_survives_and_one_that_a_test_meets_does_not()
    {
        const string Control = "control short { at input  when length(text) > 3 then block }\n";
        Assert.Equal(
            ["compares by '>='"],
            Survivors(Control + "test \"a\" { given input \"a\"  expect allow  given input \"long\"  expect block }"));
        Assert.Empty(Survivors(Control + "test \"a\" { given input \"abc\"  expect allow  given input \"long\"  expect block }"));
    }

    [Fact]
    public void A_share_is_moved_by_ten_points_so_that_the_last_digit_is_no_matter()
    {
        const string Control = "fact risk: share at input\ncontrol risky { at input  when risk > 95% then block }\n";
        Assert.Empty(
            Survivors(
                Control + "test \"a\" { given input \"a\" { risk: 90% }  expect allow  given input \"a\" { risk: 96% }  expect block }"));
        Assert.Equal(
            ["is held against 85%"],
            Survivors(
                Control + "test \"a\" { given input \"a\" { risk: 10% }  expect allow  given input \"a\" { risk: 96% }  expect block }"));
    }

    [Fact]
    public void Conditions_say_the_contrary_and_are_joined_otherwise() =>
        Assert.Equal(
            [
                ("text contains \"a\"", MutantKind.Negated),
                ("text contains \"a\" and text contains \"b\"", MutantKind.Joined),
                ("text contains \"b\"", MutantKind.Negated),
            ],
            All("control c { at input  when text contains \"a\" and text contains \"b\" then flag }")
                .Where(found => found.Kind is MutantKind.Negated or MutantKind.Joined)
                .Select(found => (found.Text, found.Kind))
                .Order());

    [Fact]
    public void What_a_let_reads_of_its_argument_is_changed_by_itself() =>
        Assert.Empty(
            Survivors(
                """
                fact use: { decides: bool, people: int } at input
                let yes(u) = (count d in [u.decides, u.people >= 10]: d)
                control two { at input  when yes(use) >= 2 then block }
                test "a" {
                  given input "a" { use: { decides: true, people: 10 } }   expect block
                  given input "a" { use: { decides: true, people: 9 } }    expect allow
                  given input "a" { use: { decides: false, people: 10 } }  expect allow
                }
                """));

    [Fact]
    public void Every_effect_is_weakened_by_itself() =>
        Assert.Equal(
            [
                "does without 'notify soc'",
                "only blocks",
                "only flags instead of blocking",
                "only flags instead of holding",
                "redacts 'pii.card' no more",
                "appends no more",
            ],
            All(
                    """
                    control c {
                      at output
                      when text contains "a" then block, notify "soc"
                      when text contains "b" then halt session
                      when text contains "c" then hold for people
                      always redact pii.card
                      always append "x"
                    }
                    """
                )
                .Where(found => found.Kind == MutantKind.Weakened)
                .Select(found => found.Change)
                .Order(StringComparer.Ordinal)
                .OrderBy(change => change.StartsWith("appends", StringComparison.Ordinal)));

    [Fact]
    public void Points_items_of_lists_and_items_of_detectors_are_dropped() =>
        Assert.Equal(
            [
                "does not except \"no deal\"",
                "does not look for \"bargain\"",
                "does not look for \"deal\"",
                "does not look at the view 'leet'",
                "does not look at the view 'plain'",
                "does not stand at 'input'",
                "does not stand at 'output'",
                "is left out of the list",
                "is left out of the list",
                "says nothing of errors",
            ],
            All(
                    """
                    detector offers { view plain, leet  match "deal", "bargain"  except "no deal" }
                    control c { at input, output  on error flag  when offers.found(text) or (user.language ?? "en") in ["en", "fr"] then block }
                    """
                )
                .Where(found => found.Kind == MutantKind.Dropped)
                .Select(found => found.Change)
                .Order(StringComparer.Ordinal)
                .OrderBy(change => change.Contains("view", StringComparison.Ordinal) ? "does not look g" : change, StringComparer.Ordinal));

    [Fact]
    public void Limits_allow_more_and_windows_last_longer()
    {
        const string Limit = "limit often 2 per user within 1m at input\n";
        const string Exhausts = "repeat 2 { given input \"a\"  expect allow }  given input \"a\"  expect block";
        Assert.Equal(["counts twice as long"], Survivors(Limit + $"test \"a\" {{ {Exhausts} }}"));
        Assert.Empty(Survivors(Limit + $"test \"a\" {{ {Exhausts}  advance 61s  given input \"a\"  expect allow }}"));
    }

    [Fact]
    public void Breakers_trip_otherwise_and_close_later_and_where_they_stand_is_not_theirs_to_say()
    {
        const string Breaker =
            "breaker often { per user  trip when count of refused input per user within 1m >= 2  open for 5m  probe 2 }\ncontrol c { at " +
            "input  when text contains \"a\" then block }\n";
        Assert.Equal(
            [
                "closes after one more that goes on",
                "compares by '>'",
                "counts twice as long",
                "is open for twice as long",
                "only flags instead of blocking",
                "says the contrary",
                "says the contrary",
                "says the contrary",
            ],
            All(Breaker).Select(found => found.Change).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["closes after one more that goes on", "counts twice as long", "is open for twice as long"],
            Survivors(
                    Breaker
                        + "test \"a\" { given input \"a\"  expect block, not breaker.often.open  given input \"a\"  expect block, breaker.often.open  given input \"b\"  expect block by often }"
                )
                .Order(StringComparer.Ordinal));
        Assert.Empty(
            Survivors(
                Breaker
                    + """
                    test "a" { given input "a"  expect block, not breaker.often.open  given input "a"  expect block, breaker.often.open  given input "b"  expect block by often
                      advance 5m  repeat 2 { given input "b"  expect allow }  expect not breaker.often.open }
                    test "b" { given input "a"  advance 61s  given input "a"  expect not breaker.often.open }
                    """
            ));
    }

    [Fact]
    public void Charts_come_back_sooner_and_what_has_to_hold_for_a_time_is_changed_as_a_whole()
    {
        const string Chart = """
            pace guardrail {
              enter alternate when guardrail.errors > 5% for 5m
              from alternate at output always flag
              recover alternate -> primary by "on-call" after 1h where guardrail.tests_passed
              fallback "rules"
            }
            """;
        Assert.Equal(
            [
                "compares by '>'",
                "does without 'degrade guardrail to alternate'",
                "flags no more",
                "is held against 15%",
                "says the contrary",
                "says the contrary",
                "says the contrary",
                "says the contrary",
                "waits half as long",
            ],
            All(Chart).Select(found => found.Change).Order(StringComparer.Ordinal));
        Assert.Empty(
            Survivors(
                Chart
                    + """
                    test "a" {
                      given signal { guardrail: { errors: 5% } }
                      advance 5m
                      given signal { guardrail: { errors: 5% } }
                      expect pace.guardrail == primary
                      given output "a"
                      expect allow
                      given signal { guardrail: { errors: 6% } }
                      expect pace.guardrail == primary
                      advance 5m
                      given signal { guardrail: { errors: 6% } }
                      expect pace.guardrail == alternate
                      given output "a"
                      expect flag
                      given signal
                      advance 59m
                      recover by "on-call"
                      expect pace.guardrail == alternate
                      advance 1m
                      given recovery { recovery: { action: recover, id: "guardrail" }, approver: { kind: person, id: "p", roles: ["on-call"] }, guardrail: { tests_passed: false } }
                      expect block
                      recover by "on-call"
                      expect pace.guardrail == primary
                    }
                    """
            ));
    }

    [Fact]
    public void A_count_is_told_up_to_the_bound_behind_its_own() =>
        Assert.DoesNotContain("compares by '>'", Survivors("""
            control c { at input  when count of input per session within 1h >= 3 then block }
            test "a" { repeat 3 { given input "a"  expect allow }  given input "a"  expect block }
            """));

    [Fact]
    public void A_gap_that_a_change_closes_is_noticed() =>
        Assert.Empty(Survivors("""
            control c { at input  when text contains "a" then flag }
            test "a" { given input "a"  expect flag  given input "b"  expect allow }
            test "b" known gap { given input "b"  expect flag }
            """));

    [Fact]
    public void What_no_test_asks_is_said_to_be_asked_by_none()
    {
        var report = Run("control c { at output  when text contains \"a\" then flag }\ntest \"a\" { given input \"b\"  expect allow }");
        Assert.All(report!.Results, result => Assert.Equal((MutantVerdict.Survived, 0), (result.Verdict, result.Tests)));
        Assert.Equal(0, report.Score.Covered);
    }

    [Fact]
    public void Nothing_is_learned_while_a_test_fails() =>
        Assert.Null(Run("control c { at input  when text contains \"a\" then flag }\ntest \"a\" { given input \"a\"  expect allow }"));

    [Fact]
    public void Each_mutant_is_another_policy_and_says_what_it_is()
    {
        foreach (var (mutant, model) in Made("""
            detector offers { match "deal", "bargain" }
            let long(t) = length(t) > 5 and not t contains "x"
            control c {
              at input, output
              when long(text) or count of input i where i.text contains "q" per user within 1h > 2 then block, notify "soc"
              when offers.found(text) then hold for people
            }
            limit often 2 per user within 1m at input  at 50% then flag  at 100% then block
            control p { at tool_call of pay  when args.amount <= 10 GBP and args.to in ["a", "b"] then halt session for 1h }
            """))
        {
            Assert.NotEqual(mutant.Make(model), model);
            Assert.NotEmpty(mutant.Change);
        }
    }

    [Fact]
    public void What_a_library_says_of_tools_is_noticed_by_those_that_put_it_in_force()
    {
        const string Library =
            "library base\ncontrol c { at tool_call  when tool.class > read_only and tier >= high then block }\ntest \"a\" { given " +
            "input \"a\"  expect allow }";
        const string Desk = """
            policy desk
            extends base
            system s { owner "o"  tier airs.high }
            tool look_up { class read_only }
            tool pay { class irreversible }
            tool note { class reversible }
            test "b" { given tool_call of look_up  expect allow  given tool_call of pay  expect block  given tool_call of note  expect block }
            """;
        // The file has the name that it has beside the desk.
        var tree = SyntaxTree.Parse(SourceText.From(Library, "file1.airs"));
        var library = PolicyAnalyzer.Analyze(new PackageSyntax("base", [tree], new FolderFiles(".")), new PackageLocator([]));
        Assert.DoesNotContain(new MutationRun(library).Run()!.Results, result => result.Verdict == MutantVerdict.Killed);
        var results = new MutationRun(
            library,
            Binding.Of(Desk, Library),
            Binding.Of("policy other\nsystem s { owner \"o\" }\ntest \"d\" { given input \"a\"  expect block }"))
            .Run()!
            .Results;
        Assert.DoesNotContain(results, result => result.Verdict == MutantVerdict.Survived);
        Assert.True(results.Count(result => result.NoticedBy == "b") >= 4);
    }

    private static List<(string Text, MutantKind Kind, string Change)> All(string policy) =>
        [
            .. Made(policy)
                .Select(made =>
                    (
                        made.Model.Sources.First(source => source.Path == made.Mutant.Place.File).Content[
                            made.Mutant.Place.Start..made.Mutant.Place.End
                        ],
                        made.Mutant.Kind,
                        made.Mutant.Change)),
        ];

    private static List<(Mutant Mutant, Model.PolicyModel Model)> Made(string policy)
    {
        var analysis = Binding.Of(Header + policy);
        Assert.Empty(analysis.Diagnostics.Select(found => found.ToString()));
        return
        [
            .. Mutants
                .Of(analysis.Model!, analysis.Model!.Name, DetectorPlaces.Of(analysis.Packages[0]))
                .Select(mutant => (mutant, analysis.Model!)),
        ];
    }

    private static IEnumerable<string> Survivors(string policy) =>
        Run(policy)!.Results.Where(result => result.Verdict == MutantVerdict.Survived).Select(result => result.Mutant.Change);

    private static MutationReport? Run(string policy) => new MutationRun(Binding.Of(Header + policy)).Run();
}
