using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>Binds the cases of a judge: those that it is shown, and those by which it is measured.</summary>
internal sealed class CalibrationBinder(
    BindingContext context,
    DeclaredJudge judge,
    PointFacts facts,
    IReadOnlyList<(string Name, ValueList<string> Path)> variables)
{
    private const int MostShown = 50;
    private static readonly string[] s_bars = ["agreement", "missed", "false_alarms"];

    /// <summary>The precedents and the calibration; what is wrong is reported and left out.</summary>
    public (PrecedentsModel? Precedents, CalibrationModel? Calibration) Bind(
        PrecedentsMemberSyntax? precedents,
        CalibrateMemberSyntax? calibrate)
    {
        var shown = precedents is null ? null : BindPrecedents(precedents);
        return (shown, calibrate is null ? null : BindCalibration(calibrate, shown));
    }

    private PrecedentsModel? BindPrecedents(PrecedentsMemberSyntax syntax)
    {
        var cases = Cases(syntax.Text, "precedents");
        var most = syntax.Most is null ? Math.Min(cases.Count, MostShown) : Most(syntax.Most.Value);
        return cases.Count == 0 || most is null ? null : new PrecedentsModel(most.Value, cases);
    }

    private int? Most(ExpressionSyntax value)
    {
        if (ParamBinder.BindConstant(context, judge.Symbol.Package, value, IntShape.Instance, ParamRole.Unclear) is not { Value: long most }
        )
            return null;
        if (most is >= 1 and <= MostShown)
            return (int)most;
        context.Report(JudgeDiagnostics.TooManyShown, judge.Symbol.Declaration.Source, value.Span, judge.Symbol.Name, $"{MostShown}");
        return null;
    }

    private CalibrationModel? BindCalibration(CalibrateMemberSyntax syntax, PrecedentsModel? precedents)
    {
        var bars = Bars(syntax);
        var place = context.Place(judge.Symbol.Package, syntax.CalibrateKeyword.Source, syntax.Span);
        if (syntax.File is not { } file)
            return syntax.Judge is { IsMissing: false } path && Against(path) is { } other
                ? new CalibrationModel([], other, bars, place)
                : null;
        var cases = Cases(file, "cases");
        if (cases
                .AsEnumerable()
                .FirstOrDefault(one => precedents?.Cases.AsEnumerable().Any(precedent => precedent.Shown == one.Shown) == true) is
            { } told)
        {
            context.Report(
                JudgeDiagnostics.UnusableCases,
                file.Source,
                file.Span,
                Literals.Text(file)!,
                "cases",
                judge.Symbol.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"line {told.Line} is one of its precedents, so that it would be told the answer"));
            return null;
        }
        return cases.Count == 0 ? null : new CalibrationModel(cases, null, bars, place);
    }

    private string? Against(PathSyntax path)
    {
        var found = NameLookup.Find(judge.Symbol.Package, path.Text, SymbolKind.Judge);
        if (found is null)
            context.ReportUnknown(
                NameDiagnostics.UnknownName,
                path.Parts[0].Source,
                path.Span,
                path.Text,
                NameLookup.Names(judge.Symbol.Package, SymbolKind.Judge),
                path.Text);
        else if (found == judge.Symbol)
            context.Report(JudgeDiagnostics.MeasuredByItself, path.Parts[0].Source, path.Span, judge.Symbol.Name);
        else
        {
            context.Notes?.Refer(path.Parts[^1], SymbolKind.Judge, found.QualifiedName, null, null, found);
            return found.QualifiedName;
        }
        return null;
    }

    private CalibrationBars Bars(CalibrateMemberSyntax syntax)
    {
        var bars = new CalibrationBars(null, null, null);
        foreach (var bound in syntax.Bounds)
        {
            var name = bound.Path.Text;
            var source = syntax.CalibrateKeyword.Source;
            if (!s_bars.Contains(name))
            {
                context.ReportUnknown(ToolDiagnostics.UnknownWord, source, bound.Path.Span, name, s_bars, name, "share");
                continue;
            }
            if (bound.Bound.IsLeast != (name == "agreement"))
            {
                context.Report(JudgeDiagnostics.BarOfOtherSide, source, bound.Span, name, name == "agreement" ? "at least" : "at most");
                continue;
            }
            var role = bound.Bound.IsLeast ? ParamRole.GreaterIsStricter : ParamRole.LessIsStricter;
            if (ParamBinder.BindConstant(context, judge.Symbol.Package, bound.Bound.Value, ShareShape.Instance, role)
                is not { Value: long share })
                continue;
            bars = name switch
            {
                "agreement" => bars with { Agreement = Math.Max(bars.Agreement ?? 0, share) },
                "missed" => bars with { Missed = Math.Min(bars.Missed ?? Millionths.Whole, share) },
                _ => bars with { FalseAlarms = Math.Min(bars.FalseAlarms ?? Millionths.Whole, share) },
            };
        }
        return bars;
    }

    private ValueList<JudgedCase> Cases(SyntaxToken file, string what)
    {
        // Without all shapes nothing can be said of a case; the mistake is reported where the shape is declared.
        if (Literals.Text(file) is not { } path || ErrorShape.IsIn(facts.Layout.Facts))
            return [];
        if (context.TryRead(judge.Symbol.Package, path, out var content, out var problem)
            && new JudgedCases(judge, facts, variables).Read(content, out problem!) is { Count: > 0 } cases)
            return cases.ToValueList();
        context.Report(JudgeDiagnostics.UnusableCases, file.Source, file.Span, path, what, judge.Symbol.Name, problem);
        return [];
    }
}
