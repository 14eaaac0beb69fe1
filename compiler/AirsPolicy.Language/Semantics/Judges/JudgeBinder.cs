using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>Binds a <c>judge</c>: what is asked of it, and its rules as those of a control.</summary>
internal sealed class JudgeBinder(BindingContext context, FactTable table, DeclaredJudge judge)
{
    // A rule of which several have to agree is written out for each choice of them.
    private const int MostAgreeing = 9;

    private static readonly string[] s_timings = ["async", "inline"];
    private static readonly string[] s_modes = ["operational", "advisory", "shadow"];
    private static readonly string[] s_severities = ["low", "medium", "high", "critical"];

    private readonly SyntaxToken _name = judge.Symbol.Declaration;
    private string _timing = s_timings[0];
    private JudgeMode _mode;
    private string? _severity;
    private string? _provider;
    private ValueList<string> _families = [];
    private int _quorum = 1;
    private int _agree = 1;
    private long? _timeout;
    private EffectModel? _onError;
    private SyntaxToken? _prompt;
    private PrecedentsMemberSyntax? _precedents;
    private CalibrateMemberSyntax? _calibrate;

    private bool IsInline => _timing == "inline";

    /// <summary>The judge and its control; what is wrong is reported and left out.</summary>
    public (JudgeModel Judge, ControlModel Control) Bind()
    {
        var members = judge.Syntax.Block.Members;
        BindClauses(members);
        CheckComplete(members);
        CheckEffects(members);
        var place = context.Place(judge.Symbol.Package, _name.Source, _name.Span);
        var places = judge.Points.Select(point => (point.Point.Name, point.Tools, Facts: table.At(point.Point, point.Tools))).ToList();
        foreach (var (_, _, facts) in places)
        {
            ScopeNames.Add(context, _name.Source, judge.Syntax.Block, judge.Symbol.Package, facts);
            CheckNames(facts);
        }
        var rules = new JudgeRules(context, judge, _agree);
        var control = new ControlModel(
            judge.ControlId,
            Literals.Text(judge.Syntax.Head.Title),
            _severity,
            CatalogueIds.Satisfied(members),
            CatalogueIds.Mitigated(members),
            NeverWaived: false,
            _mode == JudgeMode.Shadow ? new DetectMode(null) : null,
            _onError ?? new FixedEffectModel(IsInline && _mode != JudgeMode.Advisory ? new BlockEffect(null) : new FlagEffect(null)),
            places.Select(at => new PlacementModel(at.Name, at.Tools.ToValueList(), rules.Bind(at.Facts))).ToValueList(),
            place);
        foreach (var model in judge.Models)
            context.Hosts.Add(new HostBinding("judge", model));
        var prompts = places.Select(at => _prompt is null ? null : new PromptBinder(context, judge, _prompt, at.Facts)).ToList();
        var parts = prompts.ConvertAll(prompt => prompt?.Bind() ?? []);
        var (precedents, calibration) = prompts.Count == 0 || prompts[0] is not { } first || judge.Returns.Members.Count == 0 ? default
            : new CalibrationBinder(context, judge, places[0].Facts, first.Variables).Bind(_precedents, _calibrate);
        var model_ = new JudgeModel(
            judge.Name,
            judge.ControlId,
            rules.Ask,
            IsInline,
            _mode,
            judge.Models.Count == 0 ? [""] : judge.Models,
            _provider,
            _quorum,
            _timeout,
            LeastSample(members),
            judge.Returns,
            places.Zip(parts).Select(at => new JudgePlaceModel(at.First.Name, at.Second)).ToValueList(),
            precedents,
            calibration,
            place,
            _families);
        return (model_, control);
    }

    private void BindClauses(SyntaxList<MemberSyntax> members)
    {
        var clauses = new ClauseSet(context, judge.Symbol.Name);
        foreach (var member in members)
        {
            switch (member)
            {
                case AtMemberSyntax at:
                    clauses.First("at", at);
                    break;
                case ReturnsMemberSyntax returns:
                    clauses.First("returns", returns);
                    break;
                case ModelMemberSyntax model when clauses.First("model", model):
                    _provider = Literals.Text(model.From?.Text);
                    _families = Literals.Texts(model.Families).ToValueList();
                    _quorum = OfModels(model.Quorum, judge.Models.Count, JudgeDiagnostics.OutOfQuorum);
                    _agree = OfModels(
                        model.Agree, judge.Models.Count > MostAgreeing ? 1 : judge.Models.Count, JudgeDiagnostics.OutOfAgreement);
                    break;
                case OnErrorMemberSyntax error when clauses.First("on error", error):
                    _onError = PostureBinder.Bind(context, judge.Symbol.Package, error, !judge.IsInline);
                    break;
                case TimeoutMemberSyntax timeout when clauses.First("timeout", timeout):
                    _timeout = Time(timeout.Duration);
                    break;
                case NameMemberSyntax { Keyword.Keyword: Keyword.Timing } timing when clauses.First("timing", timing):
                    _timing = Word(timing.Name, s_timings, "timing");
                    break;
                case NameMemberSyntax { Keyword.Keyword: Keyword.Mode } mode when clauses.First("mode", mode):
                    _mode = (JudgeMode)Array.IndexOf(s_modes, Word(mode.Name, s_modes, "mode"));
                    break;
                case SeverityMemberSyntax severity when clauses.First("severity", severity):
                    _severity = Word(severity.Name, s_severities, "severity");
                    break;
                case TextMemberSyntax { Keyword.Keyword: Keyword.Prompt } prompt when clauses.First("prompt", prompt):
                    _prompt = prompt.Text.Literal is TextLiteral ? prompt.Text : null;
                    break;
                case PrecedentsMemberSyntax precedents when clauses.First("precedents", precedents):
                    _precedents = precedents;
                    break;
                case CalibrateMemberSyntax calibrate when clauses.First("calibrate", calibrate):
                    _calibrate = calibrate;
                    break;
            }
        }
    }

    private string Word(SyntaxToken name, string[] known, string what)
    {
        if (known.Contains(name.Text))
            return name.Text;
        if (!name.IsMissing)
            context.ReportUnknown(ToolDiagnostics.UnknownWord, name.Source, name.Span, name.Text, known, name.Text, what);
        return known[0];
    }

    // How many of the models: at least one, and no more than there are.
    private int OfModels(KeywordValueSyntax? member, int most, DiagnosticDescriptor outside)
    {
        if (member is null
            || ParamBinder.BindConstant(context, judge.Symbol.Package, member.Value, IntShape.Instance, ParamRole.Unclear)
                is not { Value: long number })
            return 1;
        if (number >= 1 && number <= Math.Max(most, 1))
            return (int)number;
        context.Report(
            outside,
            _name.Source,
            member.Value.Span,
            judge.Symbol.Name,
            judge.Models.Count == 1 ? "one model" : $"{judge.Models.Count} models",
            $"{most}");
        return 1;
    }

    private long? Time(SyntaxToken number)
    {
        if (number.Literal is DurationLiteral { Ticks: > 0 } time)
            return time.Ticks;
        if (number.Literal is DurationLiteral)
            context.Report(ControlDiagnostics.NotPositive, number.Source, number.Span, "The time");
        else if (!number.IsMissing)
            context.Report(NameDiagnostics.Mismatch, number.Source, number.Span, "a duration such as 5s", "another kind of number");
        return null;
    }

    private void CheckComplete(SyntaxList<MemberSyntax> members)
    {
        Need<AtMemberSyntax>("a decision point at which it stands", "at output");
        Need<ModelMemberSyntax>("a model that answers", "model \"name\" from \"provider\"");
        if (!members.Any(member => member is TextMemberSyntax { Keyword.Keyword: Keyword.Prompt }))
            context.Report(JudgeDiagnostics.Incomplete, _name.Source, _name.Span, judge.Symbol.Name, "a prompt", "prompt \"… {{ text }}\"");
        Need<ReturnsMemberSyntax>("to say what an answer is", "returns { verdict: one of [ok, review] }");

        void Need<T>(string what, string clause)
            where T : MemberSyntax
        {
            if (!members.Any(member => member is T))
                context.Report(JudgeDiagnostics.Incomplete, _name.Source, _name.Span, judge.Symbol.Name, what, clause);
        }
    }

    // Shadow rules say what they will say later, unless the timing never lets them.
    private void CheckEffects(SyntaxList<MemberSyntax> members)
    {
        var descriptor =
            !IsInline ? JudgeDiagnostics.TooMuchForTiming
            : _mode == JudgeMode.Advisory ? JudgeDiagnostics.TooMuchForMode
            : null;
        if (descriptor is null)
            return;
        var effects = members.SelectMany(member => member switch
        {
            WhenRuleSyntax rule => rule.Effects.AsEnumerable(),
            AlwaysRuleSyntax rule => rule.Effects.AsEnumerable(),
            OnErrorMemberSyntax error => error.Effects,
            _ => [],
        });
        foreach (var effect in effects.Where(effect => !TellsOnly(effect)))
            context.Report(
                IsRetraction(effect) ? JudgeDiagnostics.TooMuchForMode : descriptor,
                _name.Source,
                effect.Span,
                judge.Symbol.Name,
                effect.Tokens().First().Text);
    }

    private static bool IsRetraction(EffectSyntax effect) => effect is HostEffectSyntax { Keyword.Keyword: Keyword.Retract };

    private bool TellsOnly(EffectSyntax effect) => effect switch
    {
        MissingEffectSyntax or FlagEffectSyntax or DegradeEffectSyntax => true,
        ReferenceEffectSyntax reference => reference.Keyword.Keyword != Keyword.Label,
        // Whoever advises takes nothing back. Before the decision nothing is there to take back, whatever the mode: that is said elsewhere.
        HostEffectSyntax host => host.Keyword.Keyword is Keyword.Notify or Keyword.None
            || (IsRetraction(effect) && (IsInline || _mode != JudgeMode.Advisory)),
        _ => false,
    };

    // Bare names mean one thing in a rule, whichever point it is asked at.
    private void CheckNames(PointFacts facts)
    {
        foreach (var member in judge.Returns.Members)
        {
            var taken = facts.Find(member.Name) is not null || facts.IsOfTool(member.Name) ? $"a fact at '{facts.Name}'"
                : LetChecks.IsTaken(judge.Symbol.Package, member.Name) ? "something else in every rule"
                : null;
            if (taken is not null)
                context.Report(JudgeDiagnostics.AnswerHidesName, _name.Source, (FieldOf(member.Name) ?? _name).Span, member.Name, taken);
        }
    }

    private SyntaxToken? FieldOf(string name) =>
        (judge.Syntax.Block.Members.OfType<ReturnsMemberSyntax>().First().Shape as RecordShapeSyntax)
            ?.Fields.AsEnumerable()
            .FirstOrDefault(field => field.Name.Text == name)
            ?.Name;

    private long LeastSample(SyntaxList<MemberSyntax> members)
    {
        var samples = members.OfType<SampleMemberSyntax>().ToList();
        return samples.Count == 0
            ? Millionths.Whole
            : samples
                .Where(sample => sample.Where is null)
                .Select(sample =>
                    ParamBinder
                        .BindConstant(context, judge.Symbol.Package, sample.Value, ShareShape.Instance, ParamRole.GreaterIsStricter)
                        ?.Value as long?
                    ?? 0)
                .DefaultIfEmpty(0)
                .Max();
    }
}
