using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Tests;

/// <summary>Binds a <c>test</c>.</summary>
internal sealed class TestBinder(BindingContext context, FactTable table, PackageSymbol package, TestDeclarationSyntax syntax)
{
    /// <summary>How many steps a test may run, repetitions and cases counted.</summary>
    private const int MaxSteps = 100_000;

    private static readonly ImmutableDictionary<string, LocalName> s_noLocals = ImmutableDictionary<string, LocalName>.Empty;

    private readonly SourceText _source = syntax.Keyword.Source;
    private bool _given;
    private bool _answerable;

    /// <summary>The test, or null where it has no title.</summary>
    public TestModel? Bind()
    {
        if (Literals.Text(syntax.Text) is not { } title)
            return null;
        var steps = BindSteps(syntax.Block.Members, s_noLocals);
        if (!HasExpectation(syntax.Block.Members))
            context.Report(TestDiagnostics.TestWithoutExpect, _source, syntax.Text.Span, title);
        if (Count(steps) > MaxSteps)
            context.Report(TestDiagnostics.TooManySteps, _source, syntax.Text.Span, title, $"{MaxSteps:N0}");
        return new TestModel(title, syntax.KnownGap is not null, steps, Place(syntax));
    }

    private SourcePlace Place(SyntaxNode node) => context.Place(package, _source, node.Span);

    private ValueList<TestStep> BindSteps(SyntaxList<MemberSyntax> members, ImmutableDictionary<string, LocalName> locals)
    {
        var steps = ImmutableArray.CreateBuilder<TestStep>();
        foreach (var member in members)
        {
            BindStep(member, locals, steps);
            _answerable = member is GivenMemberSyntax || (_answerable && member is JudgeAnswersMemberSyntax or JudgeFailsMemberSyntax);
        }
        return new ValueList<TestStep>(steps.ToImmutable());
    }

    private void BindStep(MemberSyntax member, ImmutableDictionary<string, LocalName> locals, ImmutableArray<TestStep>.Builder steps)
    {
        switch (member)
        {
            case GivenMemberSyntax given:
                _given = true;
                if (BindGiven(given, locals) is { } step)
                    steps.Add(step);
                break;
            case ExpectMemberSyntax expect:
                if (!_given)
                    context.Report(TestDiagnostics.ExpectBeforeGiven, _source, expect.ExpectKeyword.Span);
                ScopeNames.AddDecision(context, _source, expect.Span, package);
                BindExpect(expect, locals, steps);
                break;
            case JudgeAnswersMemberSyntax answers:
                BindAnswer(answers, answers.Judge, answers.Answer, locals, steps);
                break;
            case JudgeFailsMemberSyntax fails:
                BindAnswer(fails, fails.Judge, null, locals, steps);
                break;
            case AdvanceMemberSyntax advance:
                if (ParamBinder.BindConstant(context, package, advance.Value, DurationShape.Instance, ParamRole.Unclear) is
                    { Value: long ticks })
                    steps.Add(new AdvanceStep(Math.Max(ticks, 0), Place(advance)));
                break;
            case RepeatMemberSyntax { Number.Literal: IntegerLiteral { Value: >= 0 and <= MaxSteps } times } repeat:
                steps.Add(new RepeatStep((int)times.Value, BindSteps(repeat.Block.Members, locals), Place(repeat)));
                break;
            case RepeatMemberSyntax repeat:
                if (!repeat.Number.IsMissing)
                    context.Report(NameDiagnostics.OutOfRange, _source, repeat.Number.Span, "The number of times", "0", "100,000");
                break;
            case CasesMemberSyntax cases:
                BindCases(cases, steps);
                break;
            case RecoverByMemberSyntax recover when Literals.Text(recover.By.Text) is { } by:
                var recovery = table.At(DecisionPoints.Find(PointNames.Recovery)!, []);
                steps.Add(new RecoverStep(new TestFactsBinder(context, package, recovery, locals).RequestOf(by), Place(recover)));
                break;
            case QueueDecidesMemberSyntax decides:
                BindReview(decides, steps);
                break;
            case UnknownMemberSyntax or RecoverByMemberSyntax:
                break; // The parser has said so.
            default:
                throw new System.Diagnostics.UnreachableException(member.ToString());
        }
    }

    private GivenStep? BindGiven(GivenMemberSyntax given, ImmutableDictionary<string, LocalName> locals)
    {
        if (PointsBinder.BindPoint(context, given.Point) is not { } point)
            return null;
        if (given.Subject is not null && !point.HasTool)
        {
            context.Report(ControlDiagnostics.NotAPoint, _source, given.OfKeyword!.Span, point.Name);
            return null;
        }
        var tool = given.Subject is null ? null : ToolBinder.Require(context, package, given.Subject);
        if (given.Subject is not null && tool is null)
            return null;
        if (point.HasTool && tool is null && context.Tools.Length > 0)
        {
            context.Report(TestDiagnostics.ToolNeeded, _source, given.Point.Span, point.Name);
            return null;
        }
        var facts = table.At(point, tool is null ? [] : [tool.Name]);
        if (given.Facts is not null)
            ScopeNames.Add(context, _source, given.Facts, package, facts);
        var wireName = tool is null ? null : context.Tools.FirstOrDefault(t => t.Name == tool.Name)?.WireName;
        return new TestFactsBinder(context, package, facts, locals).Bind(given, wireName) is { } json
            ? new GivenStep(point.Name, tool?.Name, json, Place(given))
            : null;
    }

    private void BindAnswer(
        MemberSyntax syntax,
        PathSyntax name,
        RecordExpressionSyntax? answer,
        ImmutableDictionary<string, LocalName> locals,
        ImmutableArray<TestStep>.Builder steps)
    {
        if (!_answerable)
            context.Report(JudgeDiagnostics.ScriptedWithoutRequest, _source, syntax.Span);
        if (NameLookup.Require(context, package, name, SymbolKind.Judge) is not { } symbol)
            return;
        if (!context.Judges.TryGetValue(symbol.QualifiedName, out var judge))
        {
            context.Report(GovernanceDiagnostics.NotInForce, _source, name.Span, symbol.Name, symbol.Package.Name);
            return;
        }
        var json = answer is null
            ? null
            : new FactValueBinder(context, package, locals).Bind(answer, judge.Returns, judge.Symbol.Name)?.ToJsonString();
        if ((answer is not null && json is null) || steps.Count == 0 || steps[^1] is not GivenStep given)
            return;
        if (judge.Points.Any(point => point.Point.Name == given.Point))
            steps[^1] = given with
            {
                Answers = given
                    .Answers.Append(new ScriptedAnswer(judge.Name, judge.Answers.ToValueList(), json, Place(syntax)))
                    .ToValueList(),
            };
        else if (!judge.Points.IsEmpty)
            context.Report(
                JudgeDiagnostics.NotHere,
                _source,
                name.Span,
                symbol.Name,
                $"'{given.Point}'",
                judge.PlacesText);
    }

    private void BindReview(QueueDecidesMemberSyntax decides, ImmutableArray<TestStep>.Builder steps)
    {
        if (!_given)
            context.Report(TestDiagnostics.ReviewBeforeGiven, _source, decides.QueueKeyword.Span);
        if (NameLookup.Require(context, package, decides.Queue, SymbolKind.Queue) is not { } queue)
            return;
        var (by, role) = (Literals.Text(decides.By?.Text), Literals.Text(decides.As?.Text));
        if (decides.VerdictKeyword.Keyword is Keyword.Approves or Keyword.Refuses
            && (decides.By is null || by is not null)
            && (decides.As is null || role is not null))
        {
            CheckRole(queue, decides.As, role);
            steps.Add(new ReviewStep(queue.QualifiedName, decides.VerdictKeyword.Keyword == Keyword.Approves, by, role, Place(decides)));
        }
    }

    private void CheckRole(Symbol queue, AliasSyntax? written, string? role)
    {
        if (written is null || role is null || context.Queues.GetValueOrDefault(queue.QualifiedName) is not { } model)
            return;
        var known = model.Reviewers.Concat(model.HandsOn.SelectMany(on => on.Roles)).ToList();
        if (known.Contains(role) || Spelling.Nearest(role, known) is not { } nearest)
            return;
        var span = written.Text.Span;
        context.Report(
            new Diagnostic(TestDiagnostics.RoleMisspelt, _source, span, [queue.Name, role, Suggestion.DidYouMean(nearest)])
            {
                Fixes = [Suggestion.Replace(span, $"\"{nearest}\"")],
            });
    }

    private void BindExpect(
        ExpectMemberSyntax expect,
        ImmutableDictionary<string, LocalName> locals,
        ImmutableArray<TestStep>.Builder steps)
    {
        var wants = ImmutableArray.CreateBuilder<TestStep>();
        foreach (var want in expect.Wants)
            BindWant(want, locals, wants);
        var ofFailures = wants.OfType<ExpectConditionStep>().Select(want => want.Condition).Where(ReadsFailures).ToValueList();
        steps.AddRange(wants.Cast<ExpectStep>().Select(want => want with { OfFailures = ofFailures }));
    }

    private static bool ReadsFailures(Expression condition) =>
        ExpressionTree.DescendantsAndSelf(condition).Any(part => part is PathExpression { Path: ["failed" or "errors"] });

    private void BindWant(WantSyntax want, ImmutableDictionary<string, LocalName> locals, ImmutableArray<TestStep>.Builder steps)
    {
        switch (want)
        {
            case OutcomeWantSyntax outcome:
                var by = outcome.By is null ? null : new ControlNames(context, package, _source).Bind(outcome.By.Path);
                if (outcome.By is not null && by is null)
                    return;
                steps.Add(new ExpectOutcomeStep(OutcomeOf(outcome.Outcome), by, Literals.Text(outcome.Saying?.Text), Place(outcome)));
                break;
            case ConditionWantSyntax condition:
                var facts = new PointFacts(null, table.Decision, []);
                var scope = ExpressionScope.Of(package, _source, facts) with { Locals = locals, NamesAreTexts = true };
                if (new ExpressionBinder(context, scope).BindCondition(condition.Condition) is { } bound)
                    steps.Add(new ExpectConditionStep(bound, Place(condition)));
                break;
        }
    }

    private void BindCases(CasesMemberSyntax cases, ImmutableArray<TestStep>.Builder steps)
    {
        if (Literals.Text(cases.From.Text) is not { } path)
            return;
        if (!context.TryRead(package, path, out var content, out var problem))
        {
            context.Report(TestDiagnostics.CasesProblem, _source, cases.From.Text.Span, path, $"{problem}.");
            return;
        }
        var lines = ImmutableArray.CreateBuilder<string>();
        var bound = ImmutableArray.CreateBuilder<ValueList<TestStep>>();
        var number = 0;
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Length == 0)
                continue;
            if (CaseJson.Parse(line) is not { } value)
            {
                context.Report(TestDiagnostics.CasesProblem, _source, cases.From.Text.Span, path, $"line {number} is not a JSON object.");
                return;
            }
            lines.Add(line);
            bound.Add(BindSteps(cases.Block.Members, s_noLocals.Add("case", new CaseName(value))));
        }
        steps.Add(
            new CasesStep(new ValueList<string>(lines.ToImmutable()), new ValueList<ValueList<TestStep>>(bound.ToImmutable()), Place(cases))
        );
    }

    private static Outcome OutcomeOf(SyntaxToken token) => token.Keyword switch
    {
        Keyword.Flag => Outcome.Flag,
        Keyword.Amend => Outcome.Amend,
        Keyword.Hold => Outcome.Hold,
        Keyword.Block => Outcome.Block,
        Keyword.Halt => Outcome.Halt,
        _ => Outcome.Allow,
    };

    private static bool HasExpectation(SyntaxList<MemberSyntax> members)
    {
        foreach (var member in members)
        {
            if (member is ExpectMemberSyntax
                || (member is RepeatMemberSyntax repeat && HasExpectation(repeat.Block.Members))
                || (member is CasesMemberSyntax cases && HasExpectation(cases.Block.Members)))
                return true;
        }
        return false;
    }

    private static long Count(ValueList<TestStep> steps)
    {
        var count = 0L;
        foreach (var step in steps)
        {
            count += step switch
            {
                RepeatStep repeat => repeat.Times * Math.Min(Count(repeat.Steps), MaxSteps + 1),
                CasesStep cases => cases.Steps.Sum(Count),
                _ => 1,
            };
            if (count > MaxSteps)
                return count;
        }
        return count;
    }
}
