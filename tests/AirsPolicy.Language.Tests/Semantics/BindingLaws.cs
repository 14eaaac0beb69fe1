using System.Globalization;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Tests.Syntax;
using AirsPolicy.Language.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Semantics;

[Trait("Length", "long")]
public class BindingLaws
{
    private static readonly string[] s_declarations =
    [
        "type level = rising [low, middle, high]",
        "type purchase = { total: money GBP, lines: [line], note: text? }",
        "type line = { sku: text, price: money GBP }",
        "fact risk: level",
        "fact order: purchase? at output, tool_call",
        "fact customer: { cards: [text] }",
        "param longest: int = 2_000, lower is stricter",
        "set longest = 1_500",
        "let long(bound) = length(text) > bound",
        "let risky = risk >= middle",
        "detector promise { match \"legally binding\", other  found at 60% }",
        "detector other { match /we\\s+refund/i weighs 70% }",
        "queue people { sla 4h  reviewers \"expert\" }",
        "label outside { reaches output then flag }",
        "tool refund as \"Refund\" { class irreversible  args { amount: money GBP }  when args.amount < 0 GBP then block  when " +
        "args.amount > 200 GBP then hold for people }",
        "tool look_up { class read_only  args { query: text } open }",
        "control a { at output, input  let twice = longest * 2  when long(longest) and length(text) > twice then block \"Too long.\" }",
        "control b { at output  when promise.found(text) and risky then block, notify \"sales\" }",
        "control c { at output  when has order and any l in order.lines: l.price > order.total then flag }",
        "control d { at tool_call  when tool.class >= irreversible and tool != look_up then hold for people within 5m }",
        "control e { at output  always redact pii.card except customer.cards as mask  when text contains \"x\" then label outside }",
        "test \"t\" { given output \"x\" { risk: high, customer: { cards: [] } }  expect outcome >= allow }",
    ];

    // A model apart from its places: where a declaration stands is not what it says.
    private static string Essence(PolicyAnalysis analysis) =>
        string.Join('\n', [
            .. analysis.Diagnostics.Select(found => $"{found.Code} {found.Message}").Order(StringComparer.Ordinal),
            .. analysis.Model is { } model ? Parts(model) : []]);

    private static IEnumerable<string> Parts(PolicyModel model) =>
        [
            .. model.Layouts.Select(layout => layout.ToString()),
            .. model.Tools.Select(tool => tool.ToString()),
            .. model.Detectors.Select(detector => detector.ToString()),
            .. model.Queues.Select(queue => queue.ToString()),
            .. model.Hosts.Select(host => host.ToString()),
            .. model.Controls.SelectMany(control =>
                control.Placements.SelectMany(placement =>
                    placement.Rules.Select(rule =>
                        $"{control.Id} {placement.Point} {placement.Tools} {rule.Ordinal} {Shapes(rule)} {string.Join(';', rule.Effects.Select(effect => effect.GetType().Name))}"
                    ))),
            .. model.Tests.Select(test => $"{test.Title} {test.Steps.Count}"),
        ];

    private static string Shapes(RuleModel rule) => string.Join(' ', ExpressionTree.All(rule).Select(expression => expression switch
    {
        Model.Expressions.ConstantExpression constant => string.Create(CultureInfo.InvariantCulture, $"{constant.Value}"),
        Model.Expressions.PathExpression path => string.Join('.', path.Path),
        _ => expression.GetType().Name,
    }));

    [Fact]
    public void The_order_of_declarations_says_nothing()
    {
        var first = Essence(Binding.Of(Binding.Policy(s_declarations)));
        Assert.DoesNotContain("AIRS", first, StringComparison.Ordinal);
        Prop.ForAll(Arb.From(Gen.Shuffle(s_declarations)), shuffled => Assert.Equal(first, Essence(Binding.Of(Binding.Policy(shuffled)))))
            .Check(Laws.Config.WithMaxTest(50));
    }

    [Fact]
    public void Binding_ends_on_any_mutated_policy_with_a_model_or_an_error() =>
        Prop.ForAll(Arb.From(Mutated), text =>
        {
            var analysis = Binding.Of(text);
            Assert.Equal(analysis.HasErrors, analysis.Model is null);
            Assert.All(analysis.Diagnostics, found => Assert.InRange(found.Span.End, found.Span.Start, found.Source.Length));
        }).Check(Laws.Config.WithMaxTest(500));

    [Fact]
    public void Taking_any_one_token_away_never_ends_in_a_cascade()
    {
        var source = Binding.Policy(s_declarations);
        foreach (
            var token in SyntaxTree
                .Parse(SourceText.From(source))
                .Root.Tokens()
                .Where(token => !token.IsMissing && token.Kind == TokenKind.Name && token.Span.Start > 10))
        {
            var found = Binding.Of(source.Remove(token.Span.Start, token.Span.Length)).Diagnostics;
            Assert.True(found.Length <= 5, $"Without '{token.Text}' at {token.Span.Start}:\n{string.Join('\n', found)}");
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Binding_is_the_same_in_any_culture(string culture)
    {
        var texts = SamplePolicies.All.Select(sample => sample.Content).Append(Binding.Policy(s_declarations)).ToList();
        var expected = texts.Select(text => Essence(Binding.Of(text))).ToList();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, texts.Select(text => Essence(Binding.Of(text))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Ten_thousand_of_anything_bind()
    {
        string[] wide =
        [
            string.Concat(Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"fact f_{i}: int\n")))
                + "control c { at output  when f_9999 > 5 then block }",
            string.Concat(
                Enumerable
                    .Range(0, 10_000)
                    .Select(i => string.Create(CultureInfo.InvariantCulture, $"detector d_{i} {{ match d_{(i + 1) % 10_000} }}\n"))),
            string.Concat(
                Enumerable
                    .Range(0, 10_000)
                    .Select(i => string.Create(CultureInfo.InvariantCulture, $"type t_{i} = {{ next: [t_{i + 1}] }}\n"))
            ) + "type t_10000 = text\n",
            $"control c {{ at output  when length(text) in [{string.Join(", ", Enumerable.Range(0, 10_000))}] then block }}",
            $"control c {{ at output  when {new string('(', 10_000)}flagged{new string(')', 10_000)} then block }}",
            $"control c {{ at output  when {string.Concat(Enumerable.Repeat("not ", 10_000))}flagged then block }}",
            $"control c {{ at output  when {string.Join(" or ", Enumerable.Repeat("flagged", 10_000))} then block }}",
            $"type t = {string.Concat(Enumerable.Repeat("{ a: ", 10_000))}int{new string('}', 10_000)}",
        ];
        foreach (var source in wide)
            Assert.InRange(Binding.Of(Binding.Policy(source)).Diagnostics.Length, 0, 200);
    }

    private static Gen<string> Mutated =>
        from source in Gen.Elements(Sources)
        from places in Gen.Choose(0, 1 << 20).ArrayOf(2)
        from others in Gen.Choose(0, 1 << 20).ArrayOf(2)
        from kinds in Gen.Choose(0, 2).ArrayOf(2)
        select Change(Change(source, places[0], others[0], kinds[0]), places[1], others[1], kinds[1]);

    private static string[] Sources { get; } =
    [
        Binding.Policy(s_declarations),
        .. SamplePolicies.All.Select(sample => sample.Content),
        .. RepositoryFolder
            .Policies(RepositoryFolder.Corpus("diagnostics"))
            .Where(path => Path.GetFileName(path)[4] != '1')
            .Select(File.ReadAllText),
    ];

    private static string Change(string text, int place, int other, int kind)
    {
        var tokens = SyntaxTree.Parse(SourceText.From(text)).Root.Tokens().Where(token => token.Span.Length > 0).ToList();
        if (tokens.Count < 2)
            return text;
        var token = tokens[place % tokens.Count];
        return kind switch
        {
            0 => text.Remove(token.Span.Start, token.Span.Length),
            1 => text.Insert(token.Span.End, $" {tokens[other % tokens.Count].Text}"),
            _ => text.Remove(token.Span.Start, token.Span.Length).Insert(token.Span.Start, tokens[other % tokens.Count].Text),
        };
    }
}
