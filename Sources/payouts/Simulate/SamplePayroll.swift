/// A payroll to try things out with. Its people and numbers are made up.
enum SamplePayroll {
    static let text = """
        id,type,recipient,name,amount,currency,description
        emp-1,iban,TR20 0000 0000 0000 0000 0000 01,Ayşe Örnek,41250.00,TRY,November salary
        emp-2,iban,TR90 0000 0000 0000 0000 0000 02,Mehmet Deneme,38900.50,TRY,November salary
        emp-3,phone,+905550000003,,1500.00,TRY,Meal allowance
        emp-4,identityNumber,10000000146,,920.25,TRY,Travel expenses
        emp-5,memberId,2228855,,75.00,TRY,"Refund, October"

        """
}
