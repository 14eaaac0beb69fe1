using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>The primary text of a request of a test.</summary>
internal static class GivenText
{
    /// <summary>
    /// The text as it goes on, its labels numbered within the request; null where the point has none, or the decision lets nothing go on.
    /// </summary>
    public static string? AfterAmendment(PolicyModel model, GivenDecision given)
    {
        if (given.Decision.Outcome >= Outcome.Block || given.Decision.Failure is not null)
            return null;
        if (model.Layouts.FirstOrDefault(l => l.Point == given.Point) is not { PrimaryText.Count: > 0 } layout)
            return null;
        if (new FactPlaces(layout, null).Find(layout.PrimaryText) is not { } place)
            return null;
        return Read(given.Facts, layout, layout.PrimaryText) is { } text
            ? given.Decision.Content.Apply(place.Pointer, text, new RedactionLabels("a policy test"u8))
            : null;
    }

    // The facts were decided on, so that they are JSON of the point's shape.
    private static string? Read(string json, PointLayout layout, ValueList<string> path)
    {
        using var document = JsonDocument.Parse(json);
        var element = document.RootElement;
        Runtime.Facts.Shapes.Shape shape = layout.Facts;
        foreach (var name in path)
        {
            if (shape is not Runtime.Facts.Shapes.RecordShape record
                || record.Find(name) is not { } member
                || !element.TryGetProperty(member.WireName, out element))
                return null;
            shape = member.Shape;
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
