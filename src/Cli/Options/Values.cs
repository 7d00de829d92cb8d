using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gpu.Cli.Options;

/// <summary>Options whose errors name the option, the value and what is accepted.</summary>
internal static class Values
{
    public delegate bool TryRead<T>(string text, out T value);

    /// <summary>An option with one value.</summary>
    /// <param name="name">With its hyphens.</param>
    /// <param name="description">For the help.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="accepted">What is accepted, for the error.</param>
    /// <param name="read">Reads the value; false when it is not accepted.</param>
    /// <param name="aliases">Other names.</param>
    public static Option<T> Option<T>(string name, string description, string helpName, string accepted, TryRead<T> read, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Parse(result, name, accepted, read),
    };

    /// <summary>An option with one of a few words.</summary>
    public static Option<T?> Choice<T>(string name, string description, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var accepted = string.Join(", ", words.Keys);
        var option = Option<T?>(name, description, string.Join('|', words.Keys), accepted, (string text, out T? value) =>
        {
            var found = words.TryGetValue(text, out var word);
            value = word;
            return found;
        });
        option.CompletionSources.Add([.. words.Keys]);
        return option;
    }

    /// <summary>An option with one value, or several apart by commas, each once.</summary>
    /// <param name="name">With its hyphens.</param>
    /// <param name="description">For the help.</param>
    /// <param name="helpName">What stands for one value in the help.</param>
    /// <param name="accepted">What is accepted, for the error.</param>
    /// <param name="read">Reads one value; false when it is not accepted.</param>
    public static Option<IReadOnlyList<T>?> List<T>(string name, string description, string helpName, string accepted, TryRead<T> read) =>
        Option(name, description, $"{helpName}[,...]", $"{accepted}; or several of them apart by commas, each once", (string text, out IReadOnlyList<T>? values) =>
        {
            var all = new List<T>();
            values = all;
            foreach (var part in text.Split(','))
            {
                if (!read(part, out var value) || all.Contains(value))
                {
                    return false;
                }

                all.Add(value);
            }

            return true;
        });

    /// <summary>An option with one of a few words, or several apart by commas, each once.</summary>
    public static Option<IReadOnlyList<T>?> Choices<T>(string name, string description, IReadOnlyDictionary<string, T> words)
    {
        var option = List(name, description, string.Join('|', words.Keys), string.Join(", ", words.Keys), (string text, out T value) => words.TryGetValue(text, out value!));
        option.CompletionSources.Add([.. words.Keys]);
        return option;
    }

    /// <summary>An option with a whole number.</summary>
    public static Option<int?> Integer(string name, string description, string helpName, int least, int most) =>
        Option(name, description, helpName, $"whole numbers from {least} to {most}", (string text, out int? value) =>
        {
            var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            value = number;
            return read && number >= least && number <= most;
        });

    /// <summary>An option with a number of seconds over 0.</summary>
    public static Option<double?> Seconds(string name, string description, double most) =>
        Option(name, description, "SECONDS", string.Create(CultureInfo.InvariantCulture, $"seconds over 0, to {most}, such as 15 or 2.5"), (string text, out double? value) =>
        {
            var read = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
            value = number;
            return read && number > 0 && number <= most;
        });

    private static T? Parse<T>(ArgumentResult result, string name, string accepted, TryRead<T> read)
    {
        if (result.Tokens.Count != 1)
        {
            result.AddError($"{name} needs one value; accepted: {accepted}.");
            return default;
        }

        if (read(result.Tokens[0].Value, out var value))
        {
            return value;
        }

        result.AddError($"{name} is \"{result.Tokens[0].Value}\"; accepted: {accepted}.");
        return default;
    }
}
