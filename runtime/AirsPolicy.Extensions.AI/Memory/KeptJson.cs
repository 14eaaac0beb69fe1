using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>What waits in a chat, as the store of the host keeps it.</summary>
internal static class KeptJson
{
    private const int Version = 1;

    public static byte[] Write(HeldCall call) => Write(new JsonObject
    {
        ["key"] = call.Key,
        ["tool"] = call.Tool,
        ["arguments"] = call.Arguments.DeepClone(),
        ["waits"] = call.Waits,
        ["expires"] = Text(call.Expires),
        ["edited"] = call.IsEdited,
    });

    public static byte[] Write(HeldAnswer answer) => Write(new JsonObject
    {
        ["text"] = answer.Text,
        ["tokens"] = answer.Tokens,
        ["waits"] = answer.Waits,
        ["expires"] = Text(answer.Expires),
    });

    /// <exception cref="InvalidDataException">It is not what <see cref="Write(HeldCall)"/> writes.</exception>
    public static HeldCall ReadCall(ReadOnlySpan<byte> json) => Read(json, "A call", call => new HeldCall(
        call["key"]!.GetValue<string>(),
        call["tool"]!.GetValue<string>(),
        (JsonObject)call["arguments"]!.DeepClone(),
        (long?)call["waits"],
        Time(call["expires"]),
        (bool)call["edited"]!));

    /// <exception cref="InvalidDataException">It is not what <see cref="Write(HeldAnswer)"/> writes.</exception>
    public static HeldAnswer ReadAnswer(ReadOnlySpan<byte> json) => Read(json, "An answer", answer => new HeldAnswer(
        answer["text"]!.GetValue<string>(),
        (long?)answer["tokens"],
        (long)answer["waits"]!,
        Time(answer["expires"])));

    private static byte[] Write(JsonObject item)
    {
        item["v"] = Version;
        return Encoding.UTF8.GetBytes(item.ToJsonString());
    }

    private static T Read<T>(ReadOnlySpan<byte> json, string what, Func<JsonObject, T> read)
    {
        try
        {
            var item = JsonNode.Parse(json)!.AsObject();
            return (int)item["v"]! == Version ? read(item) : throw new InvalidDataException($"its version is {item["v"]}.");
        }
        // Whatever is not there or is something else.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new InvalidDataException($"{what} that waits cannot be read back from the store: {fault.Message}", fault);
        }
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(JsonNode? text) => DateTimeOffset.ParseExact((string)text!, "O", CultureInfo.InvariantCulture);
}
