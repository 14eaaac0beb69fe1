using AirsPolicy.Language.Evaluation.Facts;

namespace AirsPolicy.Language.Evaluation.Values;

/// <summary>The texts that a detector looks at when it is given a value whole.</summary>
internal static class TextsOf
{
    /// <summary>Every text of the value in order of its members and items, with its JSON pointer.</summary>
    /// <param name="value">A text, list, record or JSON value.</param>
    /// <param name="pointer">The pointer of <paramref name="value"/> itself.</param>
    public static IEnumerable<(string Pointer, string Text)> Value(Value value, string pointer) => value switch
    {
        TextValue text => [(pointer, text.Text)],
        ListValue list => list.Items.SelectMany((item, index) => Value(item, pointer + JsonPointer.Segment(index))),
        RecordValue record => record.Members.SelectMany(member => Value(member.Value, pointer + JsonPointer.Segment(member.WireName))),
        JsonValue json => JsonTexts.Of(json.Json, pointer),
        _ => [],
    };
}
