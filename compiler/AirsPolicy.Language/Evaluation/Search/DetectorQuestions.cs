using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>What can be asked of a detector, over a text, the texts of a list, or all texts of a record.</summary>
internal static class DetectorQuestions
{
    /// <param name="detectors">The detectors.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="shares">What the classifiers say, in the order in which the question names them.</param>
    /// <param name="argument">The text, list or record.</param>
    /// <param name="work">What the search may still do.</param>
    public static Value Answer(
        DetectorSearch detectors,
        DetectorExpression asked,
        IReadOnlyList<Value> shares,
        Value argument,
        SearchWork work)
    {
        var classified = asked
            .Classified.Zip(shares)
            .ToDictionary(
                said => ClassifierFact.ClassifierOf(((PathExpression)said.First).Path[0])!,
                said => ((NumberValue)said.Second).Number,
                StringComparer.Ordinal);
        var answers = TextsOf.Value(argument, "").Select(part => detectors.Ask(asked.Detector, part.Text, classified, work)).ToList();
        if (answers.Select(answer => answer.Failure).FirstOrDefault(failure => failure is not null) is { } failure)
            return new FailedValue(failure);
        return asked.Question switch
        {
            DetectorQuestion.Found => BoolValue.Of(answers.Any(answer => answer.Found)),
            DetectorQuestion.Score => new NumberValue(answers.Select(answer => answer.Score).DefaultIfEmpty(0).Max()),
            DetectorQuestion.Count => new NumberValue(answers.Sum(answer => (long)answer.Matches.Count)),
            DetectorQuestion.Spans => Spans(answers[0], ((TextValue)argument).Text),
            _ => throw new UnreachableException($"No meaning is given to {asked.Question}."),
        };
    }

    private static ListValue Spans(DetectorAnswer answer, string text) =>
        new(answer.Matches.Select(Value (match) => Span(match.Start, match.End, text)).ToValueList());

    private static RecordValue Span(int start, int end, string text) => new RecordValue(
    [
        new MemberValue("start", "start", new NumberValue(start)),
        new MemberValue("end", "end", new NumberValue(end)),
        new MemberValue("text", "text", new TextValue(text[start..end])),
        new MemberValue("digits", "digits", new TextValue(TextSize.Digits(text[start..end]))),
    ]);
}
