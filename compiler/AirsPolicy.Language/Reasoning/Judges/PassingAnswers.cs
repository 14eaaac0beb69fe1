using System.Text.Json.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Reasoning.Judges;

/// <summary>What judges can answer without anything following from it.</summary>
internal static class PassingAnswers
{
    /// <summary>
    /// The answers of a judge from which nothing follows, as they are written in policies (<c>{ verdict: ok }</c>), each with what makes it
    /// so and nothing more, and with the point where it is not so at each; null where there are too many to look through.
    /// </summary>
    /// <param name="model">The policy.</param>
    /// <param name="judge">One of its judges.</param>
    public static IReadOnlyList<string>? Of(PolicyModel model, JudgeModel judge)
    {
        var leftOut = new LeftOut();
        var spaces = AnswerSpace.All(new JudgesAlone(model), judge, leftOut);
        if (spaces.Count == 0 || !leftOut.IsEmpty)
            return null;
        var passing = spaces.Select(space => (space.Where, Texts: Texts(space, judge))).ToList();
        return passing.TrueForAll(one => one.Texts.SequenceEqual(passing[0].Texts))
            ? passing[0].Texts
            : [.. passing.SelectMany(one => one.Texts.Select(text => text + one.Where))];
    }

    private static List<string> Texts(AnswerSpace space, JudgeModel judge)
    {
        var decided = space.Decided.ToList();
        var texts = new List<string>();
        var left = space.Undecided.ToList();
        while (left.Count > 0)
        {
            var kept = space.Members.ToList();
            // What can be anything is left out.
            foreach (var member in space.Members)
            {
                List<ShapeMember> fewer = [.. kept.Where(other => other != member)];
                if (!decided.Exists(answer => IsAlike(answer, left[0], fewer)))
                    kept = fewer;
            }
            var first = left[0];
            texts.Add(AnswerText.Of(first, judge.Returns, kept));
            left.RemoveAll(answer => IsAlike(answer, first, kept));
        }
        return texts;
    }

    private static bool IsAlike(JsonObject one, JsonObject other, List<ShapeMember> members) =>
        members.TrueForAll(member => JsonNode.DeepEquals(one[member.WireName], other[member.WireName]));
}
