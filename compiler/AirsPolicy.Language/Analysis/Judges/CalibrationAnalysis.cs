using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Judging;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Text.Scores;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Judges;

/// <summary>The cases by which a judge is measured can measure what they are to.</summary>
internal sealed class CalibrationAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor OneSided = new(
        "AIRS5118", Error, "Cases of one kind alone",
        "From {0} of the {1} right answers for '{2}' something follows; add cases in which {3}.",
        "A judge that always says the same would do well on cases of one kind. What counts is what follows from the right answer by the " +
        "rules of the judge: from some of them something, and from some nothing."
    );

    public static readonly DiagnosticDescriptor TooFine = new(
        "AIRS5119", Warning, "Bar that no case may miss",
        "With {0} cases '{1} {2}' lets '{3}' be wrong on none of them; give it at least {4}, or another bar.",
        "A bar that a single case breaks is not the share that it reads as: it asks for every case, and says nothing of the next " +
        "thousand requests. So many cases are needed that one of them may be missed. How sure a measured share is says `airs calibrate`."
    );

    public void Run(AnalysisContext context)
    {
        var measured = context.Model.Judges.Where(judge => judge.Calibration is { Against: null }).ToList();
        if (measured.Count == 0)
            return;
        var interpreter = new PolicyInterpreter(context.Model);
        foreach (var judge in measured)
            Check(context, judge, new JudgeMeasure(interpreter, judge));
    }

    private static void Check(AnalysisContext context, JudgeModel judge, JudgeMeasure measure)
    {
        var calibration = judge.Calibration!;
        var bare = judge.Name[(judge.Name.LastIndexOf('.') + 1)..];
        var (all, telling) = (
            calibration.Cases.Count,
            calibration.Cases.Count(one => measure.Matched(one.Facts, one.Answer) is { Count: > 0 }));
        if (telling == 0 || telling == all)
        {
            context.Report(
                OneSided,
                calibration.Place,
                [],
                telling == 0 ? "none" : "each",
                Number(all),
                bare,
                telling == 0 ? "something is the matter" : "nothing is the matter");
            return;
        }
        if (calibration.Bars.Agreement is { } agreement)
            CheckBar("agreement", "at least", agreement, Millionths.Whole - agreement, all);
        if (calibration.Bars.Missed is { } missed)
            CheckBar("missed", "at most", missed, missed, telling);
        if (calibration.Bars.FalseAlarms is { } alarms)
            CheckBar("false_alarms", "at most", alarms, alarms, all - telling);

        // Who asks for all of them says so.
        void CheckBar(string name, string side, long bar, long spared, int cases)
        {
            if (spared > 0 && cases * spared < Millionths.Whole)
                context.Report(
                    TooFine,
                    calibration.Place,
                    [],
                    Number(cases),
                    name,
                    $"{side} {Share(bar)}",
                    bare,
                    Number((Millionths.Whole + spared - 1) / spared));
        }
    }

    private static string Share(long share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100m / Millionths.Whole:0.####}%");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
