using AirsPolicy.AriaChat;
using AirsPolicy.ScriptedModel;

// aria BUNDLE [ENDPOINT] [PIPE]. Without an endpoint, or with '-', a scripted model answers; the key of another is in OPENAI_API_KEY.
if (args is not [var bundle, ..])
{
    await Console.Error.WriteLineAsync("usage: aria BUNDLE [ENDPOINT] [PIPE]");
    return 2;
}
await using var scripted = args.ElementAtOrDefault(1) is null or "-" ? ModelServer.Start(AriaScript.Replies) : null;
await using var chat = new ConsoleChat(
    await File.ReadAllBytesAsync(bundle),
    scripted?.Endpoint ?? new Uri(args[1]),
    args.ElementAtOrDefault(2) ?? "airs-review",
    Console.Out);
await chat.RunAsync(Console.In);
return 0;
