using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning;

/// <summary>Plans what is asked of judges, and where their answers lie.</summary>
internal static class JudgePlanner
{
    public static ValueList<JudgeTable> Judges(PolicyModel model) =>
        model
            .Judges.Select(judge => new JudgeTable(
                judge.Name,
                model.Controls.Index().First(control => control.Item.Id == judge.Control).Index,
                judge.Ask,
                judge.Inline,
                judge.Models,
                judge.Provider,
                judge.Quorum,
                judge.Timeout,
                judge.Places.Select(place => Place(model, judge, place)).ToValueList(),
                judge.Precedents?.Cases ?? [],
                judge.Precedents?.Most ?? 0,
                judge.Calibration is { Against: null } calibration ? new CalibrationTable(calibration.Cases, calibration.Bars) : null))
            .ToValueList();

    private static JudgePlaceTable Place(PolicyModel model, JudgeModel judge, JudgePlaceModel place)
    {
        var (point, layout) = model.Layouts.Index().First(layout => layout.Item.Point == place.Point);
        return new JudgePlaceTable(
            point,
            Enumerable
                .Range(0, judge.Models.Count)
                .Select(number => SlotLayout.Offset(layout.Facts, JudgeFact.Answer(judge.Name, number)))
                .ToValueList(),
            SlotLayout.Offset(layout.Facts, JudgeFact.Unanswered(judge.Name)),
            place.Prompt.Select(part => new PromptPartTable(part.Text, part.Path)).ToValueList());
    }
}
