using System.Collections;
using AirsPolicy.Hosting.Telemetry;

namespace AirsPolicy.OpenTelemetry;

/// <summary>An event as the state of a log record: a list of attributes, which exporters and formatters take as it is.</summary>
internal sealed class PolicyEventState(PolicyEvent happened) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => happened.Attributes.Count;

    public KeyValuePair<string, object?> this[int index] => new(happened.Attributes[index].Key, happened.Attributes[index].Value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() =>
        $"{happened.Name}: {string.Join(", ", this.Select(attribute => $"{attribute.Key} {TextOf(attribute.Value)}"))}";

    private static string? TextOf(object? value) => value is string[] texts ? string.Join(' ', texts) : value?.ToString();
}
