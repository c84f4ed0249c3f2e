using SavepointCli.Engine.Hosting;

return await EngineProgram.RunAsync(args, Environment.GetEnvironmentVariable("FLINK_CONF_DIR"), Console.Error);
