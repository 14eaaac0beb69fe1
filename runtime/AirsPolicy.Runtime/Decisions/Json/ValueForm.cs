using System.Text.Json;

namespace AirsPolicy.Runtime.Decisions.Json;

/// <summary>How a value is written as a member of an object, and read again.</summary>
/// <param name="Write">Writes the member of that name, or nothing where the value is absent.</param>
/// <param name="Read">Reads the member of that name; throws a <see cref="JsonException"/> where it does not fit.</param>
internal sealed record ValueForm<T>(Action<Utf8JsonWriter, string, T> Write, Func<JsonElement, string, T> Read);
