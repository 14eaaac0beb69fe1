using System.Text.Json;
using AirsPolicy.Cli.Filtering;
using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Tests.Filtering;

/// <summary>A record with a field of each type.</summary>
internal sealed record Parcel(
    string? Name,
    ValueList<string> Marks,
    decimal? Weight,
    long? Sent,
    long? Travelled,
    bool? Fragile,
    string? Size,
    string Content)
{
    public static FilterSchema<Parcel> Schema { get; } = FilterSchema<Parcel>.Empty
        .With("name", FilterType.Text, parcel => FilterValue.Of(parcel.Name))
        .With("marks", FilterType.Texts, parcel => FilterValue.Of(parcel.Marks))
        .With("weight", FilterType.Number, parcel => parcel.Weight is { } weight ? new NumberValue(weight) : null)
        .With("sent", FilterType.Instant, parcel => parcel.Sent is { } sent ? new InstantValue(sent) : null)
        .With("travelled", FilterType.Duration, parcel => parcel.Travelled is { } ticks ? new DurationValue(ticks) : null)
        .With("fragile", FilterType.Bool, parcel => parcel.Fragile is { } fragile ? new BoolValue(fragile) : null)
        .With("colour", FilterType.OneOf, ["red", "sea green"], _ => FilterValue.Of("red"))
        .With("size", FilterType.Rising, ["small", "middle", "large"], parcel => FilterValue.Of(parcel.Size))
        .With("content", FilterType.Open, parcel => new JsonValue(JsonElement.Parse(parcel.Content)));
}
