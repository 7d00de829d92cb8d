Console.WriteLine("gpu");
