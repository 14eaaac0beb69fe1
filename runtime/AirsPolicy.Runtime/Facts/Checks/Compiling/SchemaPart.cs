using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>One schema of those that look at the same value.</summary>
/// <param name="source">The schema.</param>
/// <param name="index">Its place among them.</param>
/// <param name="isLeft">Somebody else checks what it says.</param>
internal sealed class SchemaPart(JsonValue source, int index, bool isLeft)
{
    public JsonValue Source => source;

    public ulong Bit => 1UL << index;

    /// <summary>The schema is <c>false</c>.</summary>
    public bool RefusesAll => source is { Kind: JsonKind.Boolean, IsTrue: false };

    /// <summary>The value of a keyword, or null.</summary>
    public JsonValue? this[string keyword] => isLeft ? null : source[keyword];

    /// <summary>The schema for members that <c>properties</c> and <c>patternProperties</c> do not speak of.</summary>
    public JsonValue? OtherMembers => this["additionalProperties"] ?? this["unevaluatedProperties"];

    /// <summary>The schema for items behind those of <c>prefixItems</c>.</summary>
    public JsonValue? OtherItems => this["items"] ?? this["unevaluatedItems"];

    /// <summary>
    /// A keyword for what others have left asks about schemas that are known only once the whole value is: those beside it which accepted
    /// it. Where there are none beside it, it is the same as <c>additionalProperties</c> or <c>items</c>.
    /// </summary>
    public bool AsksForTheWhole =>
        CheckKeywords.HasOthers(source)
            ? this["unevaluatedProperties"] is not null || this["unevaluatedItems"] is not null
            : this["unevaluatedItems"] is not null && this["contains"] is not null;

    /// <summary>The items of a keyword's list; none where the keyword is absent.</summary>
    public JsonValue[] List(string keyword) => this[keyword]?.Items ?? [];

    /// <summary>The members of a keyword's record; none where the keyword is absent.</summary>
    public IEnumerable<(string Name, JsonValue Value)> Members(string keyword) =>
        this[keyword] is { } record ? record.Names.Zip(record.Items) : [];

    /// <summary>A count, or the default; more than any value can have is the greatest int.</summary>
    public int Count(string keyword, int absent) => this[keyword] is { } count ? CheckNumbers.Count(count.Number) : absent;
}
