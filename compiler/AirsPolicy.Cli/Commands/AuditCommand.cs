using System.CommandLine;
using AirsPolicy.Cli.Auditing;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Signing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Hosting.Evidence.Checking;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs audit</c>: verifies, shows, proves and exports evidence.</summary>
internal static class AuditCommand
{
    private const string LogMeaning = "The log: a folder that 'airs audit export' wrote, or the store of a host that is ended.";

    public static Command Create(Terminal terminal) => new AirsCommand(
        "audit",
        "Verifies and shows the evidence that a host has recorded. Nothing is changed.",
        ("airs audit verify evidence --key log.pub", "whether it is what was recorded"),
        ("airs audit show evidence --request r-17", "what became of one request"))
    {
        Verify(terminal), Show(terminal), Prove(terminal), Export(terminal),
    };

    private static AirsCommand Verify(Terminal terminal)
    {
        var log = PathSymbols.File("log", LogMeaning);
        log.Arity = ArgumentArity.ZeroOrOne;
        var keys = PathSymbols.Keys();
        var head = File("--expect-head", "A checkpoint that was kept elsewhere: the log has to begin with what it signed.");
        var proof = File("--proof", "Check a proof that 'airs audit prove' wrote, by itself.");
        var json = Json();
        var command = new AirsCommand(
            "verify",
            "Goes over a whole log and says whether it is what trusted keys have signed: every record, in its place, with the content " +
            "that is kept. The exit code is 1 where anything is wrong.",
            ("airs audit verify evidence --key log.pub", "every record, against the checkpoints"),
            ("airs audit verify evidence --key log.pub --expect-head kept.checkpoint", "and that no tail was cut off"),
            ("airs audit verify --proof record.json --key log.pub", "one record, without the log"))
        {
            log, keys, head, proof, json,
        };
        command.Validators.Add(line =>
        {
            if (line.GetResult(log)?.Tokens.Count is > 0 == line.GetResult(proof) is not null)
                line.AddError("Give a log, or a proof with '--proof', and not both.");
        });
        command.SetAction(line =>
        {
            if (line.GetRequiredValue(keys) is not [_, ..] files)
                throw new UsageException("There is nothing to verify by; give the public keys of the checkpoints with --key.");
            var trusted = KeyFile.ReadCheckpointKeys(files);
            if (line.GetValue(proof) is { } file)
                return VerifyProof(terminal, file, trusted);
            var path = line.GetRequiredValue(log);
            var options = new EvidenceCheckOptions { ExpectedHead = line.GetValue(head) is { } kept ? AuditedLog.ReadHead(kept) : null };
            var report = AuditedLog.Use(path, opened => EvidenceCheck.Run(opened, trusted, options));
            if (line.GetValue(json))
                AuditJson.Write(terminal.Out, path, report);
            else
                AuditText.Write(terminal.Ink, path, report);
            return report.Holds ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }

    private static int VerifyProof(Terminal terminal, string file, CheckpointKeys keys)
    {
        var proof = LeafProof.Read(file);
        var signers = keys.SignersOf(proof.Checkpoint, out var forged);
        var fault = forged ?? (signers.Count == 0 ? "No trusted key has signed the checkpoint." : proof.Fault());
        if (fault is not null)
        {
            terminal.Ink.Write("wrong: ", Tone.Bad).Line(DisplayText.Visible(fault));
            terminal.Ink.Line("Not verified.", Tone.Bad);
            return ExitCode.Findings;
        }
        terminal.Ink.Line(DisplayText.Visible(proof.Leaf));
        var (origin, size) = (proof.Checkpoint.Origin, proof.Checkpoint.Size);
        terminal.Ink.Line(
            $"Verified: it stands in '{origin}' of {size} records, signed by {string.Join(", ", signers)}.", Tone.Good);
        return ExitCode.Clean;
    }

    private static AirsCommand Show(Terminal terminal)
    {
        var log = PathSymbols.File("log", LogMeaning);
        var index = new Argument<long?>("index") { Description = "All of the record of this index.", Arity = ArgumentArity.ZeroOrOne };
        var held = new Option<long?>("--held") { Description = "All about what waited under this number.", HelpName = "number" };
        var request = new Option<string?>("--request") { Description = "All about the request of this id.", HelpName = "id" };
        var where = FilterSymbols.Where(
            "Show only these records, such as 'kind == halt' or 'outcome >= block and time > now - 1d'.", () => RecordFields.Schema);
        var json = Json();
        var command = new AirsCommand(
            "show",
            "Shows records: one, all about a request, all that a filter chooses, or the last 20. Nothing is verified here.",
            ("airs audit show evidence", "the last 20 records"),
            ("airs audit show evidence 1044", "all of one, with the content that is kept"),
            ("airs audit show evidence --held 17", "decision, hold, reviews and execution, in their order"),
            ("airs audit show evidence --where 'user == \"u-17\" and outcome >= block'", "what one user was refused"))
        {
            log, index, held, request, where, json,
        };
        command.Validators.Add(line =>
        {
            if (new[] { line.GetResult(index)?.Tokens.Count > 0, line.GetResult(held) is not null, line.GetResult(request) is not null }
                .Count(given => given) > 1)
                line.AddError("Give one of an index, '--held' and '--request'.");
            if (line.GetResult(index)?.Tokens.Count > 0 && line.GetResult(where) is not null)
                line.AddError("Give an index or '--where', and not both.");
        });
        command.SetAction(line =>
        {
            if (!FilterSymbols.TryRead(terminal, line.GetValue(where), RecordFields.Schema, out var holds))
                return ExitCode.Usage;
            var choice = new RecordChoice(
                line.GetValue(index), line.GetValue(held), line.GetValue(request), line.GetValue(where) is null ? null : holds);
            var records = AuditedLog.Use(line.GetRequiredValue(log), choice.Of);
            if (line.GetValue(json))
                RecordJson.Write(terminal.Out, records);
            else if (records.Count == 0)
                terminal.Error.WriteLine("There is no such record.");
            else if (choice.Index is not null)
                RecordText.WriteWhole(terminal, records[0]);
            else
                RecordText.WriteTable(terminal, records);
            return records.Count == 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static AirsCommand Prove(Terminal terminal)
    {
        var log = PathSymbols.File("log", LogMeaning);
        var index = new Argument<long>("index") { Description = "The index of the record." };
        var output = File("--output", "The file to write. Without it: the standard output.");
        output.Aliases.Add("-o");
        var command = new AirsCommand(
            "prove",
            "Writes a proof that a record stands in a log, as JSON. 'airs audit verify --proof' checks it without the log.",
            ("airs audit prove evidence 1044 -o record.json", "for somebody who has the public key alone"))
        {
            log, index, output,
        };
        command.SetAction(line => AuditedLog.Use(line.GetRequiredValue(log), opened =>
        {
            var (number, head) = (line.GetRequiredValue(index), AuditedLog.HeadOf(opened));
            if (number < 0 || number >= head.Size)
                throw new UsageException($"There is no record {number}: the latest checkpoint is of {head.Size} records, from 0.");
            var proof = LeafProof.Of(opened, number, head);
            if (line.GetValue(output) is { } file)
                OutputFile.Write(file, stream =>
                {
                    using var writer = new StreamWriter(stream, leaveOpen: true);
                    proof.Write(writer);
                });
            else
                proof.Write(terminal.Out);
            return ExitCode.Clean;
        }));
        return command;
    }

    private static AirsCommand Export(Terminal terminal)
    {
        var log = PathSymbols.File("log", LogMeaning);
        var output = File("--output", "The folder to write: new, or empty.");
        output.Aliases.Add("-o");
        output.Required = true;
        var where = FilterSymbols.Where(
            "Hand on the content of these records alone. Every leaf is written, so that the copy can be verified like the whole.",
            () => RecordFields.Schema);
        var command = new AirsCommand(
            "export",
            "Writes a log into a folder of open formats, up to its latest checkpoint. What was deleted of contents is not in it.",
            ("airs audit export evidence --output copy", "for an auditor"),
            ("airs audit export evidence --output copy --where 'kind == halt'", "with no more content than was asked for"))
        {
            log, output, where,
        };
        command.SetAction(line =>
        {
            if (!FilterSymbols.TryRead(terminal, line.GetValue(where), RecordFields.Schema, out var holds))
                return ExitCode.Usage;
            var folder = line.GetRequiredValue(output)!;
            try
            {
                var written = AuditedLog.Use(
                    line.GetRequiredValue(log),
                    opened => line.GetValue(where) is null ? Exported(opened, folder) : ExportedWhere(opened, folder, holds));
                terminal.Ink.Write(DisplayText.Visible(folder), Tone.Strong).Line($": {written}");
                return ExitCode.Clean;
            }
            catch (Exception failure) when (FileFailure.Is(failure))
            {
                throw FileFailure.Unwritable(folder, failure);
            }
        });
        return command;
    }

    private static string Exported(IEvidenceLog log, string folder) => $"{EvidenceExport.Write(log, folder)} records";

    private static string ExportedWhere(IEvidenceLog log, string folder, Func<ShownRecord, bool> holds)
    {
        var chosen = new ChosenContents(log, holds);
        var count = EvidenceExport.Write(chosen, folder);
        return $"{count} records, with the content of {chosen.ChosenOf(count)}";
    }

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "file" };

    private static Option<bool> Json() => new("--json") { Description = "Write JSON." };
}
