using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Audits;

/// <summary>How depths and kinds of records are written.</summary>
internal static class AuditWords
{
    /// <summary>The depths, rising.</summary>
    public static EnumShape Depths { get; } = new(Words<RecordDepth>(), Rising: true, "record");

    /// <summary>The kinds.</summary>
    public static ValueList<string> Kinds { get; } = Words<RecordKind>();

    /// <summary>The word of a kind.</summary>
    public static string Of(RecordKind kind) => Kinds[(int)kind];

    /// <summary>A field as it is written: <c>output.text</c> for <c>/output/text</c>.</summary>
    public static string Field(string pointer) => pointer[1..].Replace('/', '.');

    private static ValueList<string> Words<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToValueList();
}
