using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Judging;

namespace AirsPolicy.Cli.Commands;

/// <summary>The options that name a live model.</summary>
/// <param name="option">The one that gives its address.</param>
/// <param name="description">What it is asked.</param>
internal sealed class LiveModelSymbols(string option, string description)
{
    private const int MostParallel = 64;
    private const decimal HighestPrice = 1_000_000;

    private readonly Option<string?> _endpoint = new(option) { Description = description, HelpName = "url" };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "The name of the model there. Without it: the name that the policy gives it.",
        HelpName = "name",
    };

    private readonly Option<string?> _key = new("--key-from-environment")
    {
        Description = "The environment variable that holds the key. Without it the key is 'none', as for a model of your own.",
        HelpName = "variable",
    };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "How many questions are asked at a time, up to 64.",
        HelpName = "number",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<decimal> _input = Price("--input-price", "What a million tokens cost that the model reads.");
    private readonly Option<decimal> _output = Price("--output-price", "What a million tokens cost that the model writes.");

    private readonly Option<bool> _yes = new("--yes") { Description = "Send more than 100 requests." };

    private readonly Option<string?> _file = new("--output", "-o")
    {
        Description = "The file in which the result is kept with its date, for 'judge.NAME.calibration_age'.",
        HelpName = "file",
    };

    /// <summary>Adds those with which a model is asked.</summary>
    public void AddTo(Command command)
    {
        foreach (var added in new Option[] { _endpoint, _model, _key, _parallel, _yes })
            command.Add(added);
    }

    /// <summary>Adds those too with which what it cost is told and kept.</summary>
    public void AddWithCostTo(Command command)
    {
        AddTo(command);
        foreach (var added in new Option[] { _input, _output, _file })
            command.Add(added);
    }

    /// <summary>The model that the command line names, or null.</summary>
    /// <exception cref="UsageException">It cannot be asked.</exception>
    public LiveModel? Read(ParseResult line)
    {
        if (line.GetValue(_endpoint) is not { } address)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new UsageException($"'{address}' is no address of a model; write it as https://models.example/v1.");
        var variable = line.GetValue(_key);
        var key = variable is null ? null : Environment.GetEnvironmentVariable(variable);
        if (variable is not null && string.IsNullOrEmpty(key))
            throw new UsageException($"The environment variable '{variable}' is not set.");
        if (key is not null && endpoint.Scheme == "http" && !endpoint.IsLoopback)
            throw new UsageException($"The key would be sent to '{address}' for everybody to read; write the address with https.");
        var parallel = line.GetValue(_parallel);
        if (parallel is < 1 or > MostParallel)
            throw new UsageException($"'--parallel' is 1 to {MostParallel}.");
        return new LiveModel(endpoint, line.GetValue(_model), key, parallel, line.GetValue(_input), line.GetValue(_output));
    }

    /// <summary>Whether the command line gives an address.</summary>
    public bool IsNamed(SymbolResult result) => result.GetValue(_endpoint) is not null;

    public bool Agreed(ParseResult line) => line.GetValue(_yes);

    public string? Output(ParseResult line) => line.GetValue(_file);

    private static Option<decimal> Price(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "price",
        CustomParser = static result =>
        {
            var text = result.Tokens[0].Value;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
                && price <= HighestPrice)
                return price;
            result.AddError($"'{text}' is no price; write it as 0.25.");
            return 0;
        },
    };
}
